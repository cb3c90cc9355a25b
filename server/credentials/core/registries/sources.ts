// Where an operator looks issuers up: the shape of the file named by ISSUER_REGISTRIES_FILE. Order = authority.
import type { JWK } from 'jose';
import { z } from 'zod';
import { isObject, textOf } from '../json.ts';

const https = z.url({ protocol: /^https$/ }).max(2_000);
/** A public key; a private one does not belong into a configuration. */
function isPublicJwk(value: unknown): value is JWK {
  return isObject(value) && /^(?:OKP|EC|RSA)$/.test(textOf(value.kty) ?? '') && value.d === undefined;
}

const jwkSet = z.object({
  keys: z.custom<JWK>(isPublicJwk, 'expected a public key as JWK').array().min(1).max(20),
});

const common = {
  /** Names the registry on every page; two sources must not share one. */
  name: z.string().trim().min(1).max(80),
  /** Page with the rules by which the registry takes issuers in. */
  governanceUrl: https.optional(),
  /** How long an answer is good for, in hours. */
  refreshHours: z.number().min(0.05).max(720).default(24),
};
const place = { url: https.optional(), file: z.string().min(1).optional() };

const sourceShape = z.discriminatedUnion('type', [
  z.object({ type: z.literal('dcc-legacy'), ...common, ...place }),
  z.object({ type: z.literal('own'), ...common, ...place }),
  /** `anchors`: pinned keys of the OpenID Federation registries that the list names, by their `trustAnchorEC`. */
  z.object({
    type: z.literal('dcc-list'),
    ...common,
    ...place,
    anchors: z.record(https, jwkSet).default({}),
  }),
  /** `url`: the trust anchor's entity configuration. */
  z.object({ type: z.literal('oidf'), ...common, url: https, jwks: jwkSet }),
  /** `url`: the collection of issuers; `didRegistryUrl`: the collection of DID documents; `roots`: accepted root TAOs. */
  z.object({
    type: z.literal('ebsi'),
    ...common,
    url: https,
    didRegistryUrl: https.optional(),
    roots: z.string().startsWith('did:').array().min(1).optional(),
  }),
]);

/** One registry that the operator trusts. */
export type RegistrySource = z.output<typeof sourceShape>;

/** Public keys that a trust anchor is known by. */
export type JwkSet = z.output<typeof jwkSet>;

function hasOnePlace(source: RegistrySource): boolean {
  if (source.type === 'oidf' || source.type === 'ebsi') return true;
  return (source.url === undefined) !== (source.file === undefined);
}

const sourcesShape = sourceShape
  .refine(hasOnePlace, 'expected either url or file')
  .array()
  .max(100)
  .refine((sources) => new Set(sources.map(({ name }) => name)).size === sources.length, {
    message: 'two sources have the same name',
  });

/** Reads the operator's list of registries. Throws one sentence per fault, with its place in the file. */
export function readSources(content: unknown): RegistrySource[] {
  const result = sourcesShape.safeParse(content);
  if (result.success) return result.data;
  const lines = result.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'the file'}: ${message}.`,
  );
  throw new Error(`The list of issuer registries cannot be used.\n${lines.join('\n')}`);
}
