import fc from 'fast-check';
import { bundledContexts } from '#server/credentials/contexts/bundled-contexts.ts';
import type { Json, JsonObject } from '#server/credentials/core/json.ts';

/* Generated JSON-LD documents: tame ones, which can mostly be read, and wild ones, which mostly cannot. */

const urls = Object.keys(bundledContexts);
const first = fc.constantFrom(
  'https://www.w3.org/ns/credentials/v2',
  'https://www.w3.org/2018/credentials/v1',
);
const types = [
  'VerifiableCredential',
  'OpenBadgeCredential',
  'AchievementSubject',
  'Achievement',
  'Alignment',
  'EndorsementCredential',
  'EndorsementSubject',
  'Profile',
  'Criteria',
  'Evidence',
  'Result',
  'ResultDescription',
  'RubricCriterionLevel',
  'IdentityObject',
  'Image',
  'Address',
  'ClrCredential',
  'ClrSubject',
  'Association',
  'BitstringStatusListEntry',
  'Ed25519Signature2020',
  'DataIntegrityProof',
  'JsonWebSignature2020',
];
const links = [
  'issuer',
  'credentialSubject',
  'achievement',
  'alignment',
  'result',
  'resultDescription',
  'rubricCriterionLevel',
  'criteria',
  'evidence',
  'creator',
  'address',
  'image',
  'endorsement',
  'verifiableCredential',
  'achievements',
  'association',
  'credentialStatus',
  'related',
  'proof',
  'source',
  'identifier',
  'parentOrg',
];
const words = [
  'name',
  'description',
  'narrative',
  'targetName',
  'tag',
  'value',
  'validFrom',
  'issuanceDate',
  'awardedDate',
  'url',
  'level',
  'genre',
  'inLanguage',
  'humanCode',
  'statusPurpose',
  'cryptosuite',
];

const date = fc.constant('2026-01-01T00:00:00Z');
const tameWords = fc.dictionary(
  fc.constantFrom('name', 'description', 'narrative', 'targetName', 'value'),
  fc.oneof(fc.string({ maxLength: 8 }), date),
  { maxKeys: 3 },
);
const wildWords = fc.dictionary(
  fc.constantFrom(...words, 'unknownTerm'),
  fc.oneof(
    fc.string({ maxLength: 8 }),
    fc.integer(),
    fc.boolean(),
    date,
    fc.record({ '@value': fc.string({ maxLength: 5 }), '@language': fc.constantFrom('en', 'de', '1') }),
  ),
  { maxKeys: 4 },
);

const inline = fc.constantFrom<Json>(
  { '@vocab': 'https://vocab.example/' },
  { level: 'https://vocab.example/level' },
  { name: 'https://vocab.example/other' },
  { '@direction': 'rtl' },
  { '@language': 'de' },
  { '@propagate': false, level: 'https://vocab.example/once' },
  null,
  {},
);

const wildIds = fc.constantFrom('urn:uuid:1', 'urn:uuid:2', 'https://a.example/x', '_:b', 'relative');
const tameIds = fc.constantFrom('urn:uuid:1', 'urn:uuid:2', 'https://a.example/x');

function nodesOf(isTame: boolean): fc.Arbitrary<JsonObject> {
  const type = fc.array(fc.constantFrom(...types), { minLength: isTame ? 1 : 0, maxLength: 3 });
  const id = fc.option(isTame ? tameIds : wildIds, { nil: null });
  const context = isTame ? fc.constant(undefined) : fc.option(inline, { nil: undefined, freq: 12 });
  const { node } = fc.letrec<{ node: JsonObject }>((tie) => ({
    node: fc
      .tuple(
        isTame ? tameWords : wildWords,
        type,
        id,
        fc.oneof(
          { maxDepth: 4 },
          fc.constant({}),
          fc.dictionary(fc.constantFrom(...links), tie('node'), { maxKeys: 3 }),
        ),
        context,
      )
      .map(
        ([own, kinds, name, linked, local]): JsonObject => ({
          ...own,
          ...(kinds.length > 0 ? { type: kinds } : {}),
          ...(name === null ? {} : { id: name }),
          ...linked,
          ...(local === undefined ? {} : { '@context': local }),
        }),
      ),
  }));
  return node;
}

/** Documents under any contexts that are carried, also such as contradict each other, with contexts of their own. */
export const wildDocument = fc
  .tuple(
    first,
    fc.array(fc.constantFrom(...urls), { maxLength: 3 }),
    fc.option(inline, { freq: 6 }),
    nodesOf(false),
  )
  .map(
    ([one, others, more, body]): JsonObject => ({
      ...body,
      '@context': [one, ...others, ...(more === null ? [] : [more])],
    }),
  );

const badgeContexts = [
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'],
  ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json'],
  [
    'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  ],
  [],
];

/** Nodes of all types in any nesting, under the contexts that credentials have. */
export const tameDocument = fc.tuple(first, fc.constantFrom(...badgeContexts), nodesOf(true)).map(
  ([one, others, body]): JsonObject => ({
    ...body,
    id: 'urn:uuid:0',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    '@context': [one, ...others, { '@vocab': 'https://vocab.example/' }],
  }),
);
