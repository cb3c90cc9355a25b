import { createHash, randomBytes } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import type { Json, JsonObject } from '#server/credentials/core/json.ts';
import type { Issuer } from './issuer.ts';
import { type PrivateKey, publicJwk } from './keys.ts';
import { signCompact } from './open-badge-3.ts';

/** A disclosure as it is sent, with the digest that the issuer signs. */
export type MadeDisclosure = { name: string | null; text: string; digest: string };

/** An SD-JWT VC as its holder keeps it. */
export type HeldSdJwt = { jwt: string; disclosures: MadeDisclosure[]; hash: string };

/** What may be said about an SD-JWT VC; everything has a usual value. */
export type SdJwtOrder = {
  vct?: string;
  /** Claims that everybody sees. */
  claims?: JsonObject;
  /** Claims that the holder may leave out. */
  hidden?: JsonObject;
  /** Disclosures whose digests the claims hold already, for places below the top. */
  deeper?: MadeDisclosure[];
  decoys?: number;
  holder?: PrivateKey;
  /** Members that replace those of the header and the payload; null removes one. */
  header?: JsonObject;
  payload?: JsonObject;
};

function digest(text: string, hash = 'sha256'): string {
  return createHash(hash).update(text).digest('base64url');
}

/** A disclosure of a member (with a name) or of an item of a list (without). */
export function makeDisclosure(name: string | null, value: Json, hash = 'sha256'): MadeDisclosure {
  const salt = randomBytes(16).toString('base64url');
  const content = name === null ? [salt, value] : [salt, name, value];
  const text = Buffer.from(JSON.stringify(content)).toString('base64url');
  return { name, text, digest: digest(text, hash) };
}

function stated(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null));
}

/** An SD-JWT VC signed by the issuer's key. */
export function issueSdJwt(issuer: Issuer, order: SdJwtOrder = {}): HeldSdJwt {
  const { vct = 'https://issuer.example/vct/ladder_licence', hidden = {}, deeper = [], decoys = 0 } = order;
  const hash =
    order.payload?._sd_alg === 'sha-384' || order.payload?._sd_alg === 'sha-512'
      ? order.payload._sd_alg.replace('-', '')
      : 'sha256';
  const own = Object.entries(hidden).map(([name, value]) => makeDisclosure(name, value, hash));
  const noise = Array.from({ length: decoys }, () => digest(randomBytes(32).toString('hex')));
  const digests = [...own.map((disclosure) => disclosure.digest), ...noise].toSorted();
  const payload = stated({
    iss: issuer.id,
    iat: 1_767_225_600,
    vct,
    ...(digests.length === 0 ? {} : { _sd: digests, _sd_alg: 'sha-256' }),
    ...(order.holder === undefined ? {} : { cnf: { jwk: publicJwk(order.holder) } }),
    ...order.claims,
    ...order.payload,
  });
  const header = stated({
    alg: issuer.key.alg,
    typ: 'dc+sd-jwt',
    kid: issuer.signing.methodId,
    ...order.header,
  });
  const jwt = signCompact(issuer, header, JSON.stringify(payload));
  return { jwt, disclosures: [...own, ...deeper], hash };
}

/** How a credential is shown: which disclosures go along, and for whom the holder signs. */
export type Showing = {
  /** Names of the disclosures to send; all where left out. */
  only?: string[];
  /** Further disclosures, such as forged ones. */
  extra?: string[];
  bind?: {
    key: PrivateKey;
    nonce?: string;
    audience?: string;
    at?: Date;
    header?: JsonObject;
    payload?: JsonObject;
  };
};

/** An SD-JWT as it is sent. */
export function showSdJwt(held: HeldSdJwt, { only, extra = [], bind }: Showing = {}): string {
  const sent = held.disclosures.filter(({ name }) => only === undefined || only.includes(name ?? ''));
  const shown = [held.jwt, ...sent.map(({ text }) => text), ...extra, ''].join('~');
  return bind === undefined ? shown : shown + signBinding(shown, held.hash, bind);
}

function signBinding(shown: string, hash: string, bind: NonNullable<Showing['bind']>): string {
  const { key, nonce = 'nonce-1', audience = 'https://portal.example', at } = bind;
  const iat = Math.floor((at ?? new Date('2026-11-23T00:00:00Z')).getTime() / 1000);
  const claims = stated({ iat, aud: audience, nonce, sd_hash: digest(shown, hash), ...bind.payload });
  const header = stated({ alg: key.alg, typ: 'kb+jwt', ...bind.header });
  return signCompact({ key }, header, JSON.stringify(claims));
}

/** Adds the metadata at `/.well-known/jwt-vc-issuer` to the documents of an https issuer, and returns its address. */
export function publishTokenMetadata(issuer: Issuer, members: JsonObject = {}): string {
  const { origin, pathname } = new URL(issuer.id);
  const address = `${origin}/.well-known/jwt-vc-issuer${pathname}`;
  const keys = [{ ...publicJwk(issuer.key), kid: issuer.signing.methodId }];
  issuer.documents.set(address, stated({ issuer: issuer.id, jwks: { keys }, ...members }));
  return address;
}

/** What is wanted of a token status list. */
export type TokenStatusListOrder = {
  url: string;
  set?: Readonly<Record<number, number>>;
  bits?: number;
  entries?: number;
  lst?: string;
  header?: JsonObject;
  payload?: JsonObject;
};

/** A signed token status list (index 0 is the right-most bit, zlib), added to the issuer's documents. */
export function tokenStatusList(issuer: Issuer, order: TokenStatusListOrder): void {
  const { url, set = {}, bits = 1, entries = 1024 } = order;
  const list = new Uint8Array(Math.ceil((entries * bits) / 8));
  for (const [index, value] of Object.entries(set)) {
    const at = Number(index) * bits;
    list[at >> 3] = (list[at >> 3] ?? 0) | (value << (at & 7));
  }
  const lst = order.lst ?? deflateSync(list).toString('base64url');
  const claims = {
    iss: issuer.id,
    sub: url,
    iat: 1_767_225_600,
    status_list: { bits, lst },
    ...order.payload,
  };
  const kid = issuer.signing.methodId;
  const header = stated({ alg: issuer.key.alg, typ: 'statuslist+jwt', kid, ...order.header });
  issuer.documents.set(url, signCompact(issuer, header, JSON.stringify(stated(claims))));
}
