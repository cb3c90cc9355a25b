import { gzipSync } from 'node:zlib';

/** Entries of a list: the least that hides which one is asked about (BSL, 131 072 bits). */
const entries = 131_072;

/** A Bitstring status list of revocations (BSL) without its proof; `revoked` are the indexes that are set. */
export function buildStatusList(issuer: string, url: string, revoked: readonly number[]) {
  const bits = new Uint8Array(entries / 8);
  for (const index of revoked) {
    const byte = index >> 3;
    // Index 0 is the left-most bit.
    bits[byte] = (bits[byte] ?? 0) | (0x80 >> (index & 7));
  }
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: url,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    credentialSubject: {
      id: `${url}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: `u${gzipSync(bits).toString('base64url')}`,
    },
  };
}
