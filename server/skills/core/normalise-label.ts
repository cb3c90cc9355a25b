const notWord = /[^\p{L}\p{M}\p{N}+#.]+/gu;
/** `+` and `#` belong to a word only behind a letter or digit: `c++`, `c#`; not `#python`, not `+ 5`. */
const looseSign = /(?<![\p{L}\p{M}\p{N}+#])[+#]+/gu;
/** A full stop belongs to a word only before a letter or digit: `.net`, `node.js`; not at the end of a sentence. */
const looseStop = /\.(?![\p{L}\p{N}])/gu;

/**
 * The one normal form of skill labels: NFKC, lower case, words parted by single spaces; apostrophes vanish, `&` reads
 * "and", other punctuation parts words, `+`, `#` and `.` stay where they are part of a name (C++, C#, .NET, Node.js).
 * Normalising twice changes nothing. Text without a letter or digit gives the empty string.
 */
export function normaliseLabel(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFKC')
    .replace(/['\u2018\u2019\u02bc]/g, '')
    .replace(/\u266f/g, '#')
    .replace(/&/g, ' and ')
    .replace(notWord, ' ')
    .replace(looseSign, ' ')
    .replace(looseStop, ' ')
    .replace(/ +/g, ' ')
    .trim();
}
