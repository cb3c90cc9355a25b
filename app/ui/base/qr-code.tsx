import { create } from 'qrcode';

const quiet = 2;

/** A QR code, always black on white. Without a label it is decoration. `large` for long texts, read from a screen. */
export function QrCode({ text, label, large = false }: { text: string; label?: string; large?: boolean }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const size = modules.size + 2 * quiet;
  const dark = Array.from(modules.data).flatMap((bit, place) =>
    bit ? [`M${(place % modules.size) + quiet} ${Math.floor(place / modules.size) + quiet}h1v1h-1z`] : [],
  );
  const drawing = (
    <>
      <rect width={size} height={size} fill="#fff" />
      <path d={dark.join('')} fill="#000" />
    </>
  );
  const look = large ? 'size-56 max-w-full flex-none' : 'size-24 flex-none';
  const box = `0 0 ${size} ${size}`;
  if (label === undefined) {
    return (
      <svg className={look} viewBox={box} shapeRendering="crispEdges" aria-hidden="true">
        {drawing}
      </svg>
    );
  }
  return (
    <svg className={look} viewBox={box} shapeRendering="crispEdges" role="img" aria-label={label}>
      {drawing}
    </svg>
  );
}
