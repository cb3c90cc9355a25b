import { gzipSync } from 'node:zlib';
import type { JsonObject } from '#server/credentials/core/json.ts';
import type { Issuer } from './issuer.ts';
import { signCompact } from './open-badge-3.ts';
import { signEmbedded, toTokenPayload } from './sign.ts';

/** What is wanted of a status list. */
export type StatusListOrder = {
  url: string;
  kind?: 'BitstringStatusList' | 'StatusList2021' | 'RevocationList2020';
  purpose?: string | string[];
  /** Indexes that are set to 1, or values by index. */
  set?: readonly number[] | Readonly<Record<number, number>>;
  size?: number;
  entries?: number;
  encodedList?: string;
  /** Members that replace those of the list credential, and those of its subject. */
  members?: JsonObject;
  subject?: JsonObject;
};

/** Packs values into a bit string (BSL): index 0 is the left-most. */
export function encodeBits(values: Readonly<Record<number, number>>, size = 1, entries = 131_072): string {
  const bits = new Uint8Array(Math.ceil((entries * size) / 8));
  for (const [index, value] of Object.entries(values)) {
    for (let k = 0; k < size; k++) {
      const at = Number(index) * size + k;
      if ((value >> (size - 1 - k)) & 1) bits[at >> 3] = (bits[at >> 3] ?? 0) | (0x80 >> (at & 7));
    }
  }
  return `u${gzipSync(bits).toString('base64url')}`;
}

/** Contexts, type and date of the list credential, by kind of list. */
const frames = {
  BitstringStatusList: {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    validFrom: '2026-01-01T00:00:00Z',
  },
  StatusList2021: {
    '@context': ['https://www.w3.org/2018/credentials/v1', 'https://w3id.org/vc/status-list/2021/v1'],
    type: ['VerifiableCredential', 'StatusList2021Credential'],
    issuanceDate: '2026-01-01T00:00:00Z',
  },
  RevocationList2020: {
    '@context': ['https://www.w3.org/2018/credentials/v1', 'https://w3id.org/vc-revocation-list-2020/v1'],
    type: ['VerifiableCredential', 'RevocationList2020Credential'],
    issuanceDate: '2026-01-01T00:00:00Z',
  },
} as const;

function buildList(issuer: Issuer, order: StatusListOrder): JsonObject {
  const { url, kind = 'BitstringStatusList', purpose = 'revocation', set = [], size = 1, entries } = order;
  const values = Array.isArray(set) ? Object.fromEntries(set.map((index: number) => [index, 1])) : set;
  const bits = order.encodedList ?? encodeBits(values as Record<number, number>, size, entries);
  return {
    ...(frames[kind] as unknown as JsonObject),
    id: url,
    issuer: issuer.id,
    credentialSubject: {
      id: `${url}#list`,
      type: kind,
      ...(kind === 'RevocationList2020' ? {} : { statusPurpose: purpose }),
      // Only the latest kind is written with the letter of its alphabet.
      encodedList: kind === 'BitstringStatusList' ? bits : bits.replace(/^u/, ''),
      ...order.subject,
    },
    ...order.members,
  };
}

/** A signed bit list, added to the issuer's documents. */
export async function statusList(issuer: Issuer, order: StatusListOrder): Promise<JsonObject> {
  const list = buildList(issuer, order);
  const created = new Date('2026-01-01T00:00:00Z');
  const suite = order.kind === undefined ? 'eddsa-rdfc-2022' : 'Ed25519Signature2020';
  const signed = await signEmbedded(list, { key: issuer.signing, suite, created });
  issuer.documents.set(order.url, signed);
  return signed;
}

/** The same list as a token, as some issuers serve it. */
export function statusListToken(issuer: Issuer, order: StatusListOrder): string {
  const payload = toTokenPayload(buildList(issuer, order));
  const header = { alg: issuer.key.alg, typ: 'vc+jwt', kid: issuer.signing.methodId };
  const token = signCompact(issuer, header, JSON.stringify(payload));
  issuer.documents.set(order.url, token);
  return token;
}

/** The entry of a credential that points into a list. */
export function statusEntry(url: string, index: number | string, members: JsonObject = {}): JsonObject {
  return {
    id: `${url}#${index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(index),
    statusListCredential: url,
    ...members,
  };
}
