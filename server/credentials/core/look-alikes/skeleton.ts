/**
 * Letters that look like Latin ones (a small part of the confusables of UTS 39): Cyrillic and Greek as used to imitate,
 * digits, and a few Latin letters that lower case and decomposition leave alone. All in lower case.
 */
const confusables: Readonly<Record<string, string>> = Object.fromEntries(
  [
    ['a', 'аαɑ'],
    ['b', 'ьЬв'],
    ['c', 'сϲ'],
    ['d', 'ԁɗ'],
    ['e', 'еєҽ'],
    ['f', 'ƒ'],
    ['g', 'ɡց'],
    ['h', 'һнհ'],
    ['i', 'іıιɩ'],
    ['j', 'ј'],
    ['k', 'кκ'],
    ['l', 'ӏ1|ⅼ'],
    ['m', 'м'],
    ['n', 'пηո'],
    ['o', 'оοσ0օ'],
    ['p', 'рρ'],
    ['q', 'ԛ'],
    ['r', 'гɾ'],
    ['s', 'ѕʂ'],
    ['t', 'тτ'],
    ['u', 'υսц'],
    ['v', 'νѵ'],
    ['w', 'ԝωшա'],
    ['x', 'хχ'],
    ['y', 'уγү'],
    ['z', 'ʐᴢ'],
  ].flatMap(([latin = '', alike = '']) => [...alike].map((letter) => [letter, latin])),
);

/** Words that tell no two issuers apart. */
const emptyWords = new Set(['the', 'university', 'of', 'inc', 'ltd']);

function plain(text: string): string {
  const lower = text.normalize('NFKC').toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return [...lower].map((letter) => confusables[letter] ?? letter).join('');
}

/** What is left of a name for the eye: compatible and look-alike letters joined, marks, punctuation and empty words gone. */
export function skeletonOfName(name: string): string {
  return plain(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => !emptyWords.has(word))
    .join('');
}

/** The same for a host in Unicode letters: hyphens gone, labels and their dots kept. */
export function skeletonOfHost(host: string): string {
  return plain(host).replaceAll('-', '');
}

/** True when two texts are one insertion, deletion, substitution or swap of neighbours apart, or equal (Damerau ≤ 1). */
export function isOneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const [leftA, leftB] = [a.slice(start, endA), b.slice(start, endB)];
  if (leftA.length <= 1 && leftB.length <= 1) return true;
  return leftA.length === 2 && leftB.length === 2 && leftA === `${leftB[1]}${leftB[0]}`;
}
