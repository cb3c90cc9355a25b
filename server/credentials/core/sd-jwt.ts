import { isObject, type Json, type JsonObject, omit } from './json.ts';

/** An SD-JWT taken apart at its tildes. `shown` is what a key binding token signs: all up to the last tilde. */
export type SplitSdJwt = { jwt: string; disclosures: string[]; keyBinding: string | null; shown: string };

/** A disclosure as sent: its digest over the base64url text, and the array inside. */
export type Disclosure = { digest: string; content: Json[] };

/** The claims with every disclosed one in its place and the others gone, or why nothing may be read. */
export type OpenedClaims =
  | { ok: true; claims: JsonObject; disclosed: string[][] }
  | { ok: false; detail: string };

/** Hash functions that may be named by `_sd_alg`, as node knows them (verification.md §2.7). */
export const digestAlgorithms: Readonly<Record<string, string>> = {
  'sha-256': 'sha256',
  'sha-384': 'sha384',
  'sha-512': 'sha512',
};

/** Claims of an SD-JWT VC that must be there for everybody or for nobody (SD-JWT VC "Registered JWT Claims"). */
export const openNames = ['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'status'];

const deepest = 64;
const reserved = ['_sd', '...', '__proto__'];

/** Takes an SD-JWT apart: the token, the disclosures, and what follows the last tilde (RFC 9901 §4). */
export function splitSdJwt(text: string): SplitSdJwt {
  const [jwt = '', ...rest] = text.split('~');
  const last = rest.at(-1) ?? '';
  return {
    jwt,
    disclosures: rest.slice(0, -1),
    keyBinding: last === '' ? null : last,
    shown: text.slice(0, text.length - last.length),
  };
}

/** Raised inside the walk only, and caught where it is started. */
class DisclosureFault extends Error {}

/**
 * Puts disclosures where the signed digests want them (RFC 9901 §7.1). Refused are a digest that stands twice, a
 * disclosure that no digest asks for or that is sent twice, one of the wrong shape or with a name that is taken or
 * reserved. Decoys go away.
 */
export function openClaims(payload: JsonObject, disclosures: readonly Disclosure[]): OpenedClaims {
  try {
    const opener = new Opener(disclosures);
    const claims = opener.openObject(omit(payload, '_sd_alg'), []);
    opener.finish();
    return { ok: true, claims, disclosed: opener.disclosed };
  } catch (error) {
    if (error instanceof DisclosureFault) return { ok: false, detail: error.message };
    throw error;
  }
}

class Opener {
  readonly disclosed: string[][] = [];
  readonly #byDigest = new Map<string, Disclosure>();
  readonly #seen = new Set<string>();
  #used = 0;

  constructor(disclosures: readonly Disclosure[]) {
    for (const disclosure of disclosures) {
      if (this.#byDigest.has(disclosure.digest)) throw new DisclosureFault('a disclosure is sent twice');
      this.#byDigest.set(disclosure.digest, disclosure);
    }
  }

  finish(): void {
    if (this.#used < this.#byDigest.size)
      throw new DisclosureFault('a disclosure is sent that the issuer did not sign');
  }

  openObject(object: JsonObject, path: string[]): JsonObject {
    const members = Object.entries(object).flatMap(([name, value]): [string, Json][] => {
      if (name === '_sd') return [];
      if (name === '...') throw new DisclosureFault('a place for a disclosure stands outside a list');
      return [[name, this.#open(value, [...path, name])]];
    });
    const names = new Set(members.map(([name]) => name));
    for (const digest of digestsOf(object)) {
      const content = this.#take(digest, 3);
      if (content === null) continue;
      const [, name, value = null] = content;
      if (typeof name !== 'string' || reserved.includes(name) || names.has(name))
        throw new DisclosureFault('a disclosure has a name that is taken or reserved');
      names.add(name);
      this.disclosed.push([...path, name]);
      members.push([name, this.#open(value, [...path, name])]);
    }
    return Object.fromEntries(members);
  }

  #open(value: Json, path: string[]): Json {
    if (path.length > deepest) throw new DisclosureFault(`the claims nest deeper than ${deepest} levels`);
    if (Array.isArray(value)) return value.flatMap((item, at) => this.#openItem(item, [...path, String(at)]));
    return isObject(value) ? this.openObject(value, path) : value;
  }

  /** An item of a list; a place that nothing was disclosed for is left out. */
  #openItem(item: Json, path: string[]): Json[] {
    if (!isObject(item) || !Object.hasOwn(item, '...')) return [this.#open(item, path)];
    const digest = item['...'];
    if (typeof digest !== 'string' || Object.keys(item).length > 1)
      throw new DisclosureFault('a place for a disclosure is not written as one');
    const content = this.#take(digest, 2);
    if (content === null) return [];
    this.disclosed.push(path);
    return [this.#open(content[1] ?? null, path)];
  }

  #take(digest: string, length: 2 | 3): Json[] | null {
    if (this.#seen.has(digest)) throw new DisclosureFault('a digest stands twice');
    this.#seen.add(digest);
    const found = this.#byDigest.get(digest);
    if (!found) return null;
    this.#used++;
    if (found.content.length !== length || typeof found.content[0] !== 'string')
      throw new DisclosureFault('a disclosure has the wrong shape');
    return found.content;
  }
}

function digestsOf(object: JsonObject): string[] {
  const digests = object._sd;
  if (digests === undefined) return [];
  if (!Array.isArray(digests) || !digests.every((item) => typeof item === 'string'))
    throw new DisclosureFault('_sd is no list of digests');
  return digests;
}
