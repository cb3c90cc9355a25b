/** Replaces what tells who somebody is in a text of others, such as the title of a credential. */
export type Mask = (text: string) => string;

/** Leaves every text as it is: for readers who know whose it is. */
export const noMask: Mask = (text) => text;

/** Parts of a name that are too short to be looked for alone. */
const shortestPart = 3;

/** Words between the parts of a name that belong to anybody. */
const particles = new Set(['van', 'von', 'der', 'den', 'del', 'dos', 'and', 'the', 'bin', 'ben']);

const elsewhere = /(?:https?:\/\/|www\.)[^\s<>"')\]]+/giu;
const mailbox = /[^\s<>"'(),;:]+@[^\s<>"'(),;:]+\.[^\s<>"'(),;:]+/gu;
const phone = /(?<![\p{L}\p{N}])\+?\d(?:[\d\s().\-/]{6,}\d)/gu;

/**
 * Makes the mask of a person: their whole names and each part of them are replaced by `alias`, whatever the case and
 * the accents; mail addresses by a word that says so. `contact: true`, for what the person wrote themselves, takes
 * web addresses and telephone numbers as well.
 */
export function maskOf(names: readonly string[], alias: string, { contact = false } = {}): Mask {
  const patterns = wanted(names).map(toPattern);
  return (text) => {
    let masked = text.replace(mailbox, '[address hidden]');
    if (contact) masked = masked.replace(elsewhere, '[address hidden]').replace(phone, '[number hidden]');
    for (const pattern of patterns) masked = replaceFolded(masked, pattern, alias);
    return masked;
  };
}

/** Whole names first, so that one alias stands for all of it; then the parts, the longest first. */
function wanted(names: readonly string[]): string[] {
  const whole = names.map((name) => name.trim()).filter((name) => name.length >= 2);
  const parts = whole
    .flatMap((name) => name.split(/[^\p{L}\p{M}\p{N}]+/u))
    .filter((part) => part.length >= shortestPart && !particles.has(part.toLowerCase()));
  const byLength = (list: readonly string[]) => [...new Set(list)].sort((a, b) => b.length - a.length);
  return [...byLength(whole), ...byLength(parts)];
}

/** Letters that carry no sign to take off, as people write them without. */
const plainLetters: Readonly<Record<string, string>> = { ð: 'd', þ: 'th', ø: 'o', ł: 'l', đ: 'd', ß: 'ss' };

/** One letter without accent and case. */
function foldLetter(letter: string): string {
  const plain = letter
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return plainLetters[plain] ?? plain;
}

/** A text without accents and case, and for each of its letters where it stood. */
function fold(text: string): { folded: string; starts: number[] } {
  const starts: number[] = [];
  let folded = '';
  let at = 0;
  for (const letter of text) {
    const plain = foldLetter(letter);
    for (let i = 0; i < plain.length; i += 1) starts.push(at);
    folded += plain;
    at += letter.length;
  }
  starts.push(at);
  return { folded, starts };
}

function toPattern(name: string): RegExp {
  const words = fold(name)
    .folded.split(/[\s.,_-]+/u)
    .filter(Boolean)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{L}\\p{N}])${words.join('[\\s.,_-]+')}(?![\\p{L}\\p{N}])`, 'gu');
}

function replaceFolded(text: string, pattern: RegExp, alias: string): string {
  const { folded, starts } = fold(text);
  let masked = '';
  let from = 0;
  for (const match of folded.matchAll(pattern)) {
    const start = starts[match.index] ?? 0;
    const end = starts[match.index + match[0].length] ?? text.length;
    masked += text.slice(from, start) + alias;
    from = end;
  }
  return masked + text.slice(from);
}
