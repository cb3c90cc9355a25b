/** Limits of what is read at all (verification.md §2.0, §6.2 no. 18–19). */
export const gateLimits = {
  fileBytes: 10 * 1024 * 1024,
  jsonBytes: 2 * 1024 * 1024,
  depth: 64,
  values: 20_000,
  items: 2_000,
} as const;

/** What the gate says: how many values there are, or why the text must not be parsed. */
export type GateAnswer =
  | { ok: true; values: number }
  | { ok: false; code: 'malformed' | 'too-large'; detail: string };

type Frame = { names: Set<string> | null; items: number; wantsName: boolean };

/** Raised inside the scanner only, and caught where it is started. */
class GateStop extends Error {
  readonly code: 'malformed' | 'too-large';
  constructor(code: 'malformed' | 'too-large', detail: string) {
    super(detail);
    this.code = code;
  }
}

/**
 * Reads a JSON text once, without building anything, and refuses what would harm a reader: too deep, too many
 * values, arrays too long, a member twice in one object (compared as decoded), `__proto__`, a number that nothing can
 * hold. Grammar is left to `JSON.parse`, which runs afterwards.
 */
export function gateJson(text: string): GateAnswer {
  try {
    return { ok: true, values: new Scanner(text).run() };
  } catch (error) {
    if (error instanceof GateStop) return { ok: false, code: error.code, detail: error.message };
    throw error;
  }
}

class Scanner {
  readonly #text: string;
  readonly #frames: Frame[] = [];
  #at = 0;
  #values = 0;

  constructor(text: string) {
    this.#text = text;
  }

  run(): number {
    while (this.#at < this.#text.length) this.#step(this.#text[this.#at] ?? '');
    return this.#values;
  }

  #step(char: string): void {
    const frame = this.#frames.at(-1);
    if (char === '"') this.#readString(frame);
    else if (char === '{' || char === '[') this.#open(char);
    else if (char === '}' || char === ']') this.#frames.pop();
    else if (char === ',') this.#next(frame);
    else if (char === ':' && frame) frame.wantsName = false;
    else if (isWordly(char)) this.#readWord();
    this.#at++;
  }

  #open(char: string): void {
    this.#count();
    const isMap = char === '{';
    this.#frames.push({ names: isMap ? new Set() : null, items: 1, wantsName: isMap });
    if (this.#frames.length > gateLimits.depth)
      throw new GateStop('too-large', `it nests deeper than ${gateLimits.depth} levels`);
  }

  #next(frame: Frame | undefined): void {
    if (!frame) return;
    if (frame.names) frame.wantsName = true;
    else if (++frame.items > gateLimits.items)
      throw new GateStop('too-large', `one of its lists has more than ${gateLimits.items} entries`);
  }

  #count(): void {
    if (++this.#values > gateLimits.values)
      throw new GateStop('too-large', `it holds more than ${gateLimits.values} values`);
  }

  /** Leaves the position on the last letter. A number beyond all numbers would be read as infinity, and written as null. */
  #readWord(): void {
    this.#count();
    const start = this.#at;
    while (isWordly(this.#text[this.#at + 1] ?? '') || isInNumbers(this.#text[this.#at + 1])) this.#at++;
    const word = this.#text.slice(start, this.#at + 1);
    if (/^-?\d/.test(word) && Math.abs(Number(word)) === Number.POSITIVE_INFINITY)
      throw new GateStop('malformed', 'a number is too large to be read');
  }

  /** Leaves the position on the closing quote. */
  #readString(frame: Frame | undefined): void {
    const start = this.#at;
    this.#at = this.#findQuote(start + 1);
    if (this.#at < 0) throw new GateStop('malformed', 'it breaks off inside a text');
    if (frame?.names && frame.wantsName) this.#addName(frame.names, this.#text.slice(start, this.#at + 1));
    else this.#count();
  }

  /** The next quote that is not escaped, or -1. A search passes over long texts faster than steps. */
  #findQuote(from: number): number {
    let quote = this.#text.indexOf('"', from);
    while (quote >= 0) {
      let before = quote;
      while (before > from && this.#text[before - 1] === '\\') before--;
      if ((quote - before) % 2 === 0) return quote;
      quote = this.#text.indexOf('"', quote + 1);
    }
    return -1;
  }

  #addName(names: Set<string>, raw: string): void {
    const name = decodeName(raw);
    if (name === '__proto__') throw new GateStop('malformed', 'it has a member named __proto__');
    if (names.has(name)) throw new GateStop('malformed', `the member ${name.slice(0, 60)} is there twice`);
    names.add(name);
  }
}

/** A sign that words and numbers begin with: `-`, a digit, a Latin letter. */
function isWordly(char: string): boolean {
  return (
    (char >= '0' && char <= '9') ||
    (char >= 'a' && char <= 'z') ||
    (char >= 'A' && char <= 'Z') ||
    char === '-'
  );
}

const isInNumbers = (char: string | undefined) => char === '+' || char === '.';

/** `"a"` and `"\u0061"` are the same name. */
function decodeName(raw: string): string {
  if (!raw.includes('\\')) return raw.slice(1, -1);
  try {
    const decoded: unknown = JSON.parse(raw);
    return String(decoded);
  } catch {
    throw new GateStop('malformed', 'a member name is not JSON');
  }
}
