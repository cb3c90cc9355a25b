import { createPublicKey, type JsonWebKey, sign, verify } from 'node:crypto';
import { verifyCredential } from '@digitalcredentials/verifier-core';
import { type GatherContext, startGathering } from '#server/credentials/gather/context.ts';
import { readGraph } from '#server/credentials/gather/graph.ts';
import { gatherProofs } from '#server/credentials/gather/proofs.ts';
import { readJson } from '#server/credentials/gather/read-json.ts';
import { gatherToken, readToken } from '#server/credentials/gather/token.ts';
import { verifyDocument } from '#server/credentials/verify-document.ts';
import {
  createIssuer,
  type Documents,
  disclose,
  issueJwt,
  issueOb2Signed,
  issueOb3,
  issueSdJwt,
  type ProofSuite,
  showSdJwt,
} from '#tests/support/signing/index.ts';
import type { Issuer } from '#tests/support/signing/issuer.ts';
import { publicJwk } from '#tests/support/signing/keys.ts';
import { serve } from '#tests/support/signing/serve.ts';

/** What is asked about one kind of credential: whole verifications, by whom there is, and one bare signature. */
export type Contest = {
  name: string;
  ours: () => Promise<void>;
  /** The proof alone: the document read, the key found, the signature checked; no report. Null where it has no such part. */
  proof: (() => Promise<void>) | null;
  /** Taking the text apart: base64url, the gate, JSON. */
  parsing: () => void;
  /** The common library, for the formats that it knows. */
  other: (() => Promise<void>) | null;
  bare: () => void;
};

type Algorithm = 'EdDSA' | 'ES256' | 'ES384' | 'RS256';
type Material = { content: string; issuers: Issuer[]; alg: Algorithm; key: Issuer };

const clock = new Date('2026-11-23T00:00:00Z');
const resolver = { byUri: () => null, byLabel: () => [] };
const issuerCount = 20;

/** Issuers of one kind of key; the credentials are spread over them. */
function issuersOf(alg: Algorithm, kind: Kind['issuer']): Issuer[] {
  return Array.from({ length: alg === 'RS256' ? 1 : issuerCount }, (_, at) =>
    createIssuer({ kind, host: `bench${at}.example`, alg, seed: `bench ${at}` }),
  );
}

function orderOf(at: number) {
  return {
    id: `urn:uuid:00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    title: `Safe use of ladders ${at}`,
    subjectId: `did:example:holder-${at}`,
    tags: ['ladders', 'safety'],
    alignments: [
      { name: 'Ladders', url: `http://data.europa.eu/esco/skill/${at}`, type: 'ESCO:Skill' },
      { name: 'Heights', url: `https://credentialfinder.example/${at}`, type: 'CTDL' },
    ],
  };
}

/** A supply of fresh credentials: each is verified once, so that nothing is answered from memory. */
function supply<T>(items: readonly T[]): () => T {
  let at = 0;
  return () => {
    const item = items[at++];
    if (item === undefined) throw new Error('the supply of credentials has run out');
    return item;
  };
}

async function verifyOurs(content: string, fetch: ReturnType<typeof serve>): Promise<void> {
  const report = await verifyDocument(Buffer.from(content), { fetch, now: clock, resolver });
  if (report.verdict !== 'valid') throw new Error(`ours says ${report.verdict} ${report.code}: ${content}`);
}

async function verifyOther(content: string): Promise<void> {
  const credential: unknown = JSON.parse(content);
  const answer = await verifyCredential({ credential, knownDIDRegistries: [] } as never);
  const isRight = answer.log?.some(({ id, valid }) => id === 'valid_signature' && valid === true);
  if (!isRight) throw new Error(`the other library refuses: ${JSON.stringify(answer).slice(0, 500)}`);
}

async function checkProof(content: string, fetch: ReturnType<typeof serve>): Promise<void> {
  const context = startGathering(fetch, clock);
  const arithmetic = content.startsWith('{')
    ? await checkEmbedded(content, context)
    : await checkToken(content, context);
  if (arithmetic !== 'right') throw new Error(`the proof is ${arithmetic}: ${content}`);
}

async function checkEmbedded(content: string, context: GatherContext) {
  const read = readJson(content);
  if (!read.ok) throw new Error(read.detail);
  const [proof] = await gatherProofs(read.json, await readGraph(read.json, read.values), context);
  return proof?.arithmetic;
}

async function checkToken(content: string, context: GatherContext) {
  const read = readToken(content);
  if (!read.ok) throw new Error(read.detail);
  return (await gatherToken(read.token, context)).arithmetic;
}

function bareOf({ key, alg }: Material): () => void {
  const signed = Buffer.alloc(64, 7);
  const [jwk, open] = [key.signing.jwk as JsonWebKey, publicJwk(key.key) as JsonWebKey];
  const hash = alg === 'EdDSA' ? null : alg === 'ES384' ? 'sha384' : 'sha256';
  const encoding = { dsaEncoding: 'ieee-p1363' } as const;
  const signature = sign(hash, signed, { key: jwk, format: 'jwk', ...encoding });
  const object = createPublicKey({ key: open, format: 'jwk' });
  return () => {
    if (!verify(hash, signed, { key: object, ...encoding }, signature)) throw new Error('does not fit');
  };
}

/** Makes the credentials of one contest. `count` is how many each side takes. */
async function contest(
  name: string,
  make: (at: number) => Promise<Material>,
  count: number,
  { isKnownToOther = false, hasProofPart = false }: Pick<Kind, 'isKnownToOther' | 'hasProofPart'>,
): Promise<Contest> {
  const made: Material[] = [];
  const unseen: Material[] = [];
  for (let at = 0; at < count; at++) made.push(await make(at));
  if (hasProofPart) for (let at = 0; at < count; at++) unseen.push(await make(count + at));
  const documents: Documents[] = [...new Set([...made, ...unseen].flatMap(({ issuers }) => issuers))].map(
    (issuer) => issuer.documents,
  );
  const fetch = serve(...documents);
  const [mine, theirs, texts] = [supply(made), supply(made), supply(made)];
  // Others than those of `mine`: what was verified once is answered from memory.
  const proofs = supply(unseen);
  const [first] = made;
  if (!first) throw new Error('nothing was made');
  return {
    name,
    ours: () => verifyOurs(mine().content, fetch),
    proof: hasProofPart ? () => checkProof(proofs().content, fetch) : null,
    parsing: () => void parse(texts().content),
    other: isKnownToOther ? () => verifyOther(theirs().content) : null,
    bare: bareOf(first),
  };
}

/** Reads the text behind the gate, as every verification begins. */
function parse(content: string): boolean {
  return content.startsWith('{') ? readJson(Buffer.from(content)).ok : readToken(content).ok;
}

/** A kind of credential: how one is made, with what key, and whether the common library knows it. */
type Kind = {
  name: string;
  alg: Algorithm;
  issuer: 'did:key' | 'did:jwk' | 'did:web' | 'https';
  isKnownToOther?: boolean;
  hasProofPart?: boolean;
  make: (issuer: Issuer, at: number) => Promise<string> | string;
};

async function issueEmbedded(proof: ProofSuite, issuer: Issuer, at: number): Promise<string> {
  const mandatory = ['/issuer', '/validFrom'];
  const document = await issueOb3(issuer, { ...orderOf(at), proof, mandatory });
  const shown = ['/type', '/id', '/name', '/credentialSubject'];
  return JSON.stringify(proof === 'ecdsa-sd-2023' ? await disclose(document, shown) : document);
}

const embedded = (proof: ProofSuite, alg: Algorithm, isKnownToOther = false): Kind => ({
  name: `OB 3.0 ${proof}`,
  alg,
  issuer: alg === 'EdDSA' ? 'did:key' : 'did:jwk',
  isKnownToOther,
  hasProofPart: true,
  make: (issuer, at) => issueEmbedded(proof, issuer, at),
});

const token = (alg: Algorithm): Kind => ({
  name: `OB 3.0 VC-JWT ${alg}`,
  alg,
  issuer: alg === 'EdDSA' ? 'did:key' : 'did:jwk',
  hasProofPart: true,
  make: (issuer, at) => issueJwt(issuer, orderOf(at)),
});

/** One row a kind; issuers whose keys are in their DIDs, where the kind allows it, so that no fetch is measured. */
const kinds: Kind[] = [
  embedded('eddsa-rdfc-2022', 'EdDSA', true),
  embedded('Ed25519Signature2020', 'EdDSA', true),
  embedded('Ed25519Signature2018', 'EdDSA'),
  embedded('eddsa-jcs-2022', 'EdDSA'),
  embedded('ecdsa-rdfc-2019', 'ES256'),
  embedded('JsonWebSignature2020', 'ES256'),
  embedded('ecdsa-sd-2023', 'ES256'),
  token('EdDSA'),
  token('ES256'),
  token('ES384'),
  token('RS256'),
  {
    name: 'OB 2.0 signed RS256',
    alg: 'RS256',
    issuer: 'https',
    make: (issuer, at) => issueOb2Signed(issuer, { assertion: { id: `urn:uuid:ob2-${at}` } }),
  },
  {
    name: 'SD-JWT VC ES256',
    alg: 'ES256',
    issuer: 'did:jwk',
    make: (issuer, at) =>
      showSdJwt(issueSdJwt(issuer, { claims: { name: `Ladders ${at}` }, hidden: { level: 'B2' } })),
  },
];

/**
 * The contests whose names hold a text, each with `count` distinct credentials. RSA keys take long to make: they have
 * one issuer.
 */
export async function makeContests(count: number, part: string): Promise<Contest[]> {
  const contests: Contest[] = [];
  for (const kind of kinds.filter(({ name }) => name.includes(part))) {
    const { name, alg, make } = kind;
    const issuers = issuersOf(alg, kind.issuer);
    const one = async (at: number): Promise<Material> => {
      const key = issuers[at % issuers.length] as Issuer;
      return { content: await make(key, at), issuers: [key], alg, key };
    };
    contests.push(await contest(name, one, count, kind));
  }
  return contests;
}
