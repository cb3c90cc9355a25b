import { qrMatrix } from './qr-matrix.ts';

const quiet = 2;

/** A QR code, always black on white. Without a label it is decoration; a text that is too long shows nothing. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const rows = qrMatrix(text);
  if (rows === null) return null;
  const size = rows.length + 2 * quiet;
  const path = rows
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x + quiet} ${y + quiet}h1v1h-1z`] : [])))
    .join('');
  return (
    <svg
      className="size-24 flex-none"
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      {...(label === '' ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
