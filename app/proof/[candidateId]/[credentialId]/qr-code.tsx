import { create } from 'qrcode';

const quiet = 2;

/** A QR code, always black on white. Without a label it is decoration. */
export function QrCode({ text, label }: { text: string; label?: string }) {
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
  const box = `0 0 ${size} ${size}`;
  if (label === undefined) {
    return (
      <svg className="size-24 flex-none" viewBox={box} shapeRendering="crispEdges" aria-hidden="true">
        {drawing}
      </svg>
    );
  }
  return (
    <svg
      className="size-24 flex-none"
      viewBox={box}
      shapeRendering="crispEdges"
      role="img"
      aria-label={label}
    >
      {drawing}
    </svg>
  );
}
