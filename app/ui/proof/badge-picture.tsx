/** A picture for an achievement. Never a link, never a mark: no octagon, no cut corners, none of the proof colour. */

export type BadgePictureData = {
  title: string;
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

function DerivedPicture({ title, issuer }: { title: string; issuer: string }) {
  const hue = hues[seedOf(issuer) % hues.length] ?? 258;
  const dark = `oklch(0.42 0.08 ${hue})`;
  return (
    <svg viewBox="0 0 56 56" aria-hidden="true">
      <rect width="56" height="56" fill={`oklch(0.93 0.025 ${hue})`} />
      <polygon points={polygon(seedOf(title))} fill="none" stroke={dark} strokeWidth="3" />
      <circle cx="28" cy="28" r="11" fill={dark} />
      <text
        x="28"
        y="32"
        textAnchor="middle"
        fontSize="10"
        fontWeight="600"
        fill="#fff"
        fontFamily="var(--sans)"
      >
        {initialsOf(title)}
      </text>
    </svg>
  );
}

/**
 * The issuer's picture, or one drawn from title and issuer. For an unrecognised issuer a blank square with the
 * initials of its *domain*: a borrowed logo never gets here (V5).
 */
export function BadgePicture({
  title,
  issuerHost,
  recognised,
  src,
  size = 'm',
}: BadgePictureData & { size?: 's' | 'm' | 'l' }) {
  const look = size === 'm' ? 'badge' : `badge ${size}`;
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
        <DerivedPicture title={title} issuer={issuerHost ?? title} />
      ) : (
        // biome-ignore lint/performance/noImgElement: already re-encoded and sized by our own host
        <img src={src} alt="" loading="lazy" decoding="async" />
      )}
    </span>
  );
}
