import { gzipSync } from 'node:zlib';
import type { JsonObject } from '#server/credentials/core/json.ts';
import type { Issuer } from './issuer.ts';
import { signEmbedded } from './sign.ts';

/** What is wanted of a status list. */
export type StatusListOrder = {
  url: string;
  purpose?: string | string[];
  /** Indexes that are set to 1, or values by index. */
  set?: readonly number[] | Readonly<Record<number, number>>;
  size?: number;
  entries?: number;
  encodedList?: string;
  /** Members that replace those of the list credential. */
  members?: JsonObject;
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

/** A signed bitstring status list, added to the issuer's documents. */
export async function statusList(issuer: Issuer, order: StatusListOrder): Promise<JsonObject> {
  const { url, purpose = 'revocation', set = [], size = 1, entries } = order;
  const values = Array.isArray(set) ? Object.fromEntries(set.map((index: number) => [index, 1])) : set;
  const list: JsonObject = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: url,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuer.id,
    validFrom: '2026-01-01T00:00:00Z',
    credentialSubject: {
      id: `${url}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      encodedList: order.encodedList ?? encodeBits(values as Record<number, number>, size, entries),
    },
    ...order.members,
  };
  const created = new Date('2026-01-01T00:00:00Z');
  const signed = await signEmbedded(list, { key: issuer.signing, suite: 'eddsa-rdfc-2022', created });
  issuer.documents.set(url, signed);
  return signed;
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
