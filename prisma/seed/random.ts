/** A source of repeatable chance: the same seed gives the same world. */
export interface Chance {
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  /** One of the entries. */
  pick<T>(entries: readonly [T, ...T[]] | readonly T[]): T;
}

/** Makes a source of chance from a text (a 32-bit mix of its letters, then mulberry32). */
export function chanceOf(text: string): Chance {
  let state = 0x9e3779b9;
  for (const letter of text) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x85ebca6b) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    pick: (entries) => {
      const found = entries[between(0, entries.length - 1)];
      if (found === undefined) throw new RangeError('Nothing to pick from.');
      return found;
    },
  };
}
