import fc from 'fast-check';
import { isObject, type Json, type JsonObject } from '#server/credentials/core/json.ts';

/* Inputs for parsers, and how many of them: about ten thousand in the ordinary suite, FUZZ_RUNS in a run of its own. */

const ordinary = 10_000;
const total = Number(process.env.FUZZ_RUNS ?? ordinary);

/** The settings of one fuzz test that has `share` of the ten thousand inputs; larger runs grow all shares alike. */
export function fuzzRuns(share: number): { numRuns: number } {
  return { numRuns: Math.max(1, Math.round((share * total) / ordinary)) };
}

/** Time for a fuzz test; a run of its own may take as long as it takes. */
export const fuzzTimeoutMs = total > ordinary ? 86_400_000 : 60_000;

/** One change: where (as a part of the whole), how much is taken away there, and what is put there instead. */
const edit = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof({ weight: 3, arbitrary: fc.nat(3) }, fc.nat(300)),
  put: fc.oneof(
    fc.uint8Array({ maxLength: 4 }),
    fc.constantFrom(
      ...['\0', '{', '[', '"', '}', '<', '&x;', '<!DOCTYPE', '~', '.', 'PK\x03\x04', '\u00ff\u00ff'].map(
        (text) => Uint8Array.from(Buffer.from(text, 'latin1')),
      ),
    ),
  ),
  again: fc.boolean(),
});

function applyEdits(sample: Uint8Array, edits: (typeof edit extends fc.Arbitrary<infer T> ? T : never)[]) {
  let bytes = Buffer.from(sample);
  for (const { at, length, put, again } of edits) {
    const from = Math.floor(at * bytes.length);
    const taken = bytes.subarray(from, from + length);
    const middle = again ? [taken, taken, put] : [put];
    bytes = Buffer.concat([bytes.subarray(0, from), ...middle, bytes.subarray(from + length)]);
  }
  return Uint8Array.from(bytes);
}

/** Anything: garbage, and good samples with a few places changed, cut or doubled. */
export function bentBytes(...samples: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const bent = fc
    .tuple(fc.constantFrom(...samples), fc.array(edit, { minLength: 1, maxLength: 4 }))
    .map(([sample, edits]) => applyEdits(sample, edits));
  return fc.oneof(
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
    { weight: 4, arbitrary: bent },
  );
}

/** The same for texts. */
export function bentText(...samples: readonly string[]): fc.Arbitrary<string> {
  const bent = bentBytes(...samples.map((sample) => Uint8Array.from(Buffer.from(sample)))).map((bytes) =>
    Buffer.from(bytes).toString('utf8'),
  );
  const garbage = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.json());
  return fc.oneof({ weight: 1, arbitrary: garbage }, { weight: 3, arbitrary: bent });
}

type Place = readonly (string | number)[];

/** The places of all values in a document, its own included. */
function listPlaces(value: Json, at: Place = []): Place[] {
  const inner: [string | number, Json][] = Array.isArray(value)
    ? value.map((item, index) => [index, item])
    : isObject(value)
      ? Object.entries(value)
      : [];
  return [at, ...inner.flatMap(([name, item]) => listPlaces(item, [...at, name]))];
}

/** The document with the value at a place replaced, taken out (undefined), or said under another name. */
function change(value: Json, place: Place, put: Json | undefined, name: string | null): Json | undefined {
  const [first, ...rest] = place;
  if (first === undefined) return put;
  if (Array.isArray(value))
    return value.flatMap((item, index) => (index === first ? (change(item, rest, put, name) ?? []) : [item]));
  if (!isObject(value)) return value;
  const members = Object.entries(value).flatMap(([key, item]): [string, Json][] => {
    if (key !== first) return [[key, item]];
    const changed = change(item, rest, put, name);
    return changed === undefined ? [] : [[name !== null && rest.length === 0 ? name : key, changed]];
  });
  return Object.fromEntries(members);
}

const jsonValues: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    null,
    true,
    false,
    0,
    -1,
    1e308,
    '',
    'x',
    [],
    {},
    [[]],
    [null],
    { id: null },
    { id: 'x' },
  ),
  fc.constantFrom<Json>(
    'did:key:z6Mk',
    'did:web:a.example',
    'https://a.example/x',
    'urn:x',
    '2026-02-30T00:00:00Z',
  ),
  fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<Json>,
);

/** A document in which one value was replaced, taken away, or moved to another name. */
export function bentJson(sample: JsonObject): fc.Arbitrary<JsonObject> {
  const places = listPlaces(sample).filter((place) => place.length > 0);
  const names = fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.constantFrom('id', 'type', '@id', '@type', 'proof', 'name'),
  );
  return fc
    .tuple(
      fc.constantFrom(...places),
      fc.oneof({ weight: 5, arbitrary: jsonValues }, { weight: 1, arbitrary: fc.constant(undefined) }),
      fc.option(
        names.filter((name) => name !== '__proto__'),
        { freq: 8 },
      ),
    )
    .map(([place, put, name]) => change(sample, place, put, name))
    .filter((value): value is JsonObject => isObject(value));
}

/** A parser as a test: what it is given, whether its answer is one that it may give, and how many of the ten thousand. */
export type FuzzedParser = {
  inputs: fc.Arbitrary<unknown>;
  accepts: (input: unknown) => boolean | Promise<boolean>;
  share: number;
};

/** Names the type of the inputs once. */
export function fuzzed<T>(
  inputs: fc.Arbitrary<T>,
  accepts: (input: T) => boolean | Promise<boolean>,
  share = 300,
): FuzzedParser {
  return { inputs, accepts: (input) => accepts(input as T), share };
}

const mostMs = 2_000;

/** Runs a parser on its share of inputs: it throws for none, and none costs two seconds of the processor. */
export async function runFuzzed({ inputs, accepts, share }: FuzzedParser): Promise<void> {
  const property = fc.asyncProperty(inputs, async (input) => {
    const before = process.cpuUsage();
    const isKnown = await accepts(input);
    const { user, system } = process.cpuUsage(before);
    return isKnown && (user + system) / 1_000 < mostMs;
  });
  await fc.assert(property, fuzzRuns(share));
}
