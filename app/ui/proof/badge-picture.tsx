/**
 * A picture for an achievement: a square for a badge, a sheet for a certificate, a window for a portfolio. Never a link, never a mark: no octagon, no cut corners, none of the proof
 * colour.
 */
import type { CredentialKind } from './shapes.ts';

export type BadgePictureData = {
  title: string;
  kind?: CredentialKind | 'picture' | undefined;
  /** Where the issuer lives; its initials stand in for a picture when nobody knows the issuer. */
  issuerHost: string | null;
  recognised: boolean;
  /** Re-encoded copy from our own host; shown for recognised issuers only. */
  src?: string | undefined;
};

/** Hues away from the colours of proof (188), fail (28) and unsure (72): no picture can be taken for a mark. */
const hues = [115, 135, 225, 238, 252, 268, 290, 315] as const;
/** Clearly fewer sides than the mark's eight. */
const sides = [3, 4, 5, 6] as const;

function seedOf(text: string): number {
  let seed = 2166136261;
  for (const letter of text) seed = Math.imul(seed ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  return seed;
}

function initialsOf(text: string): string {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const first = words[0] ?? '';
  const second = words[1] ?? '';
  return (
    second ? `${[...first][0] ?? ''}${[...second][0] ?? ''}` : [...first].slice(0, 2).join('')
  ).toUpperCase();
}

function hostInitials(host: string | null): string {
  if (host === null) return '?';
  const name = host.replace(/^www\./, '').split('.')[0] ?? '';
  return [...name].slice(0, 2).join('').toLowerCase() || '?';
}

function polygon(seed: number): string {
  const count = sides[seed % sides.length] ?? 5;
  const turn = ((seed >>> 8) % 360) * (Math.PI / 180);
  return Array.from({ length: count }, (_, index) => {
    const angle = turn + (index * 2 * Math.PI) / count;
    return `${(28 + 17 * Math.cos(angle)).toFixed(1)},${(28 + 17 * Math.sin(angle)).toFixed(1)}`;
  }).join(' ');
}

type Drawing = { title: string; dark: string; light: string };

function Initials({ title, x, y, fill }: { title: string; x: number; y: number; fill: string }) {
  return (
    <text x={x} y={y} textAnchor="middle" fontSize="10" fontWeight="600" fill={fill} fontFamily="var(--sans)">
      {initialsOf(title)}
    </text>
  );
}

function BadgeDrawing({ title, dark, light }: Drawing) {
  return (
    <svg viewBox="0 0 56 56" aria-hidden="true">
      <rect width="56" height="56" fill={light} />
      <polygon points={polygon(seedOf(title))} fill="none" stroke={dark} strokeWidth="3" />
      <circle cx="28" cy="28" r="11" fill={dark} />
      <Initials title={title} x={28} y={32} fill="#fff" />
    </svg>
  );
}

/** A sheet with a seal under its lines. */
function CertificateDrawing({ title, dark, light }: Drawing) {
  return (
    <svg viewBox="0 0 56 40" aria-hidden="true">
      <rect width="56" height="40" fill={light} />
      <rect x="3.5" y="3.5" width="49" height="33" fill="none" stroke={dark} strokeWidth="1" />
      <path d="M10 11h22M10 17h16M10 23h19" stroke={dark} strokeWidth="2" />
      <circle cx="41" cy="26" r="8.5" fill={dark} />
      <Initials title={title} x={41} y={29.5} fill="#fff" />
    </svg>
  );
}

/** A window with somebody's work in it. */
function PortfolioDrawing({ title, dark, light }: Drawing) {
  const seed = seedOf(title);
  const bars = [0, 1, 2].map((index) => 8 + ((seed >>> (index * 5)) % 12));
  return (
    <svg viewBox="0 0 56 42" aria-hidden="true">
      <rect width="56" height="42" fill={light} />
      <rect width="56" height="8" fill={dark} />
      {bars.map((height, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three bars that never move
        <rect key={index} x={30 + index * 7} y={36 - height} width="5" height={height} fill={dark} />
      ))}
      <Initials title={title} x={16} y={29} fill={dark} />
    </svg>
  );
}

function DerivedPicture({
  title,
  issuer,
  kind,
}: {
  title: string;
  issuer: string;
  kind: BadgePictureData['kind'];
}) {
  const hue = hues[seedOf(issuer) % hues.length] ?? 258;
  const drawing = { title, dark: `oklch(0.42 0.08 ${hue})`, light: `oklch(0.93 0.025 ${hue})` };
  if (kind === 'certificate') return <CertificateDrawing {...drawing} />;
  if (kind === 'portfolio') return <PortfolioDrawing {...drawing} />;
  return <BadgeDrawing {...drawing} />;
}

/**
 * The issuer's picture, or one drawn from title and issuer. For an unrecognised issuer a blank square with the
 * initials of its *domain*: a borrowed logo never gets here (V5).
 */
export function BadgePicture({
  title,
  kind,
  issuerHost,
  recognised,
  src,
  size = 'm',
}: BadgePictureData & { size?: 's' | 'm' | 'l' }) {
  const shape = kind === 'certificate' || kind === 'portfolio' ? kind : null;
  const look = ['badge', size !== 'm' && size, shape].filter(Boolean).join(' ');
  if (!recognised) {
    return (
      <span className={`${look} blank`} aria-hidden="true" dir="ltr">
        {hostInitials(issuerHost)}
      </span>
    );
  }
  return (
    <span className={look} aria-hidden="true">
      {src === undefined ? (
        <DerivedPicture title={title} kind={kind} issuer={issuerHost ?? title} />
      ) : (
        // biome-ignore lint/performance/noImgElement: already re-encoded and sized by our own host
        <img src={src} alt="" loading="lazy" decoding="async" />
      )}
    </span>
  );
}
