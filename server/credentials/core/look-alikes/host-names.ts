const base = 36;
const limits = { low: 1, high: 26, skew: 38, damp: 700, firstBias: 72, firstCode: 128 } as const;

function adapt(delta: number, points: number, isFirst: boolean): number {
  let rest = isFirst ? Math.floor(delta / limits.damp) : delta >> 1;
  rest += Math.floor(rest / points);
  let turns = 0;
  while (rest > ((base - limits.low) * limits.high) >> 1) {
    rest = Math.floor(rest / (base - limits.low));
    turns += base;
  }
  return turns + Math.floor(((base - limits.low + 1) * rest) / (rest + limits.skew));
}

function digitOf(letter: string): number {
  const code = letter.charCodeAt(0);
  if (code >= 0x30 && code <= 0x39) return code - 0x30 + 26;
  if (code >= 0x61 && code <= 0x7a) return code - 0x61;
  return base;
}

/** Decodes a Punycode label without its prefix (RFC 3492 §6.2); null when it is none. */
function decodePunycode(text: string): string | null {
  const cut = text.lastIndexOf('-');
  const letters = cut > 0 ? [...text.slice(0, cut)] : [];
  let [code, bias, at] = [limits.firstCode as number, limits.firstBias as number, 0];
  for (let position = cut > 0 ? cut + 1 : 0; position < text.length; ) {
    const before = at;
    let weight = 1;
    for (let step = base; ; step += base) {
      const digit = digitOf(text[position++] ?? '');
      if (digit >= base) return null;
      at += digit * weight;
      const threshold = Math.min(limits.high, Math.max(limits.low, step - bias));
      if (digit < threshold) break;
      weight *= base - threshold;
    }
    bias = adapt(at - before, letters.length + 1, before === 0);
    code += Math.floor(at / (letters.length + 1));
    if (code > 0x10_ff_ff) return null;
    at %= letters.length + 1;
    letters.splice(at++, 0, String.fromCodePoint(code));
  }
  return letters.join('');
}

/** A host in Unicode letters; labels that are no right Punycode stay as they are. */
export function toUnicodeHost(host: string): string {
  return host
    .toLowerCase()
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decodePunycode(label.slice(4)) ?? label) : label))
    .join('.');
}

const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u];

/** True when one label of a host mixes letters of scripts that imitate each other. */
export function hasMixedScripts(host: string): boolean {
  return toUnicodeHost(host)
    .split('.')
    .some((label) => scripts.filter((script) => script.test(label)).length > 1);
}

/** A host as a page may show it: in its own letters, but in A-labels as soon as one label mixes scripts. */
export function showHost(host: string): string {
  return hasMixedScripts(host) ? host : toUnicodeHost(host);
}
