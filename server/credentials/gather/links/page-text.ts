const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Text of a page as it is read by people: entities decoded, white space as one blank, at most 300 letters. */
export function plainText(html: string): string {
  const decoded = html.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,5});/gi, (whole, code: string) => {
    if (!code.startsWith('#')) return entities[code.toLowerCase()] ?? whole;
    const point = /^#x/i.test(code) ? Number.parseInt(code.slice(2), 16) : Number(code.slice(1));
    return point > 0x1f && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff)
      ? String.fromCodePoint(point)
      : ' ';
  });
  return [...decoded.replace(/\s+/g, ' ').trim()].slice(0, 300).join('');
}

/** The one text that a pattern finds in a page. Null when there is none, or when two places disagree. */
export function onlyMatch(page: string, pattern: RegExp): string | null {
  const found = new Set([...page.matchAll(pattern)].map((match) => plainText(match[1] ?? '')));
  const [only] = found;
  return found.size === 1 && only ? only : null;
}

/** The one value that a member has in the JSON embedded in a page; null when it is absent or has two values. */
export function onlyMember(page: string, name: string): string | number | null {
  const pattern = new RegExp(`"${name}"\\s*:\\s*("(?:[^"\\\\]|\\\\.){0,300}"|\\d{1,15})`, 'g');
  const found = new Set([...page.matchAll(pattern)].map((match) => match[1] ?? ''));
  const [only] = found;
  if (found.size !== 1 || only === undefined) return null;
  try {
    const value: unknown = JSON.parse(only);
    if (typeof value === 'number') return value;
    return typeof value === 'string' && value.trim() !== '' ? plainText(value) : null;
  } catch {
    return null;
  }
}

/** A date as ISO text; null for what is none. A day without a time is read as UTC. */
export function isoDate(value: string | number | null | undefined): string | null {
  if (value === null || value === undefined || value === '') return null;
  const isDay = typeof value === 'string' && /^[A-Z][a-z]+ \d{1,2}, \d{4}$/.test(value);
  const time = typeof value === 'number' ? value : Date.parse(isDay ? `${value} UTC` : value);
  const year = new Date(time).getUTCFullYear();
  return year >= 1970 && year < 2200 ? new Date(time).toISOString() : null;
}
