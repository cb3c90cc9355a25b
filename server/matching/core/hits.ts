import { foldText } from './list-order.ts';

/** Where a word of a search was found; `text` is what the issuer wrote of a credential and of the work behind it. */
export const hitSources = ['name', 'headline', 'title', 'issuer', 'skill', 'text', 'note'] as const;
export type HitSource = (typeof hitSources)[number];

/** A text that a search looks through. */
export interface SearchText {
  source: HitSource;
  text: string;
}

/** A piece of a text, with whether it is what was looked for. */
export interface HitPiece {
  text: string;
  hit: boolean;
}

/** A place where words were found, cut to what stands around them. */
export interface Hit {
  source: HitSource;
  pieces: HitPiece[];
}

const around = 48;
const mostHits = 3;
const mostTerms = 8;

/** The words of a search as they are compared: folded, each once. */
export function readTerms(words: string): string[] {
  const terms = foldText(words).split(/\s+/).filter(Boolean);
  return [...new Set(terms)].slice(0, mostTerms);
}

/** A text folded letter by letter, with the place in the original of each folded letter, and its end. */
function foldPlaces(text: string): { folded: string; places: number[] } {
  let folded = '';
  const places: number[] = [];
  let at = 0;
  for (const letter of text) {
    const plain = foldText(letter);
    for (let i = 0; i < plain.length; i++) places.push(at);
    folded += plain;
    at += letter.length;
  }
  places.push(text.length);
  return { folded, places };
}

const wordLetter = /[\p{L}\p{N}]/u;
/** Scripts that put no space between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u;

/** One or two letters ("R", "Go") must be a whole word; longer ones may stand inside one ("SQL" in "PostgreSQL"). */
function isWhole(folded: string, from: number, to: number): boolean {
  return !wordLetter.test(folded[from - 1] ?? ' ') && !wordLetter.test(folded[to] ?? ' ');
}

/** Ranges of the original text that a term covers. */
function findRanges(text: string, terms: readonly string[]): { term: string; from: number; to: number }[] {
  const { folded, places } = foldPlaces(text);
  return terms.flatMap((term) => {
    const found: { term: string; from: number; to: number }[] = [];
    for (let from = folded.indexOf(term); from !== -1; from = folded.indexOf(term, from + term.length)) {
      const to = from + term.length;
      if (term.length > 2 || unspaced.test(term) || isWhole(folded, from, to))
        found.push({ term, from: places[from] ?? 0, to: endOf(places, to) });
    }
    return found;
  });
}

/** A letter and the marks over it stay together: the end is the start of the next folded letter. */
function endOf(places: readonly number[], to: number): number {
  return places[to] ?? places.at(-1) ?? 0;
}

/** The text cut into what was looked for and what stands around it; "…" where it was cut. */
export function markHits(text: string, terms: readonly string[]): HitPiece[] {
  const ranges = findRanges(text, terms).sort((a, b) => a.from - b.from || b.to - a.to);
  const [first] = ranges;
  if (!first) return [{ text, hit: false }];
  const start = first.from > around ? first.from - around : 0;
  const end = Math.min(text.length, first.to + 2 * around);
  const pieces: HitPiece[] = [];
  let at = start;
  const put = (to: number, hit: boolean) => {
    if (to > at) pieces.push({ text: text.slice(at, to), hit });
    at = Math.max(at, to);
  };
  if (start > 0) pieces.push({ text: '…', hit: false });
  for (const { from, to } of ranges) {
    if (from >= end) break;
    put(from, false);
    put(Math.min(to, end), true);
  }
  put(end, false);
  if (end < text.length) pieces.push({ text: '…', hit: false });
  return pieces;
}

/**
 * The places in a person's texts that show why they were found; null when not every term is in one of them. Each
 * term is shown once, in the first text that has it.
 */
export function findHits(texts: readonly SearchText[], terms: readonly string[]): Hit[] | null {
  const open = new Set(terms);
  const hits: Hit[] = [];
  for (const { source, text } of texts) {
    const found = new Set(findRanges(text, terms).map((range) => range.term));
    if (![...found].some((term) => open.has(term))) continue;
    for (const term of found) open.delete(term);
    hits.push({ source, pieces: markHits(text, terms) });
  }
  return open.size === 0 ? hits.slice(0, mostHits) : null;
}
