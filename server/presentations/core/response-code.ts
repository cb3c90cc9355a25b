const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The short form of a response code, for a person to type from one screen to another: eight letters (40 bits) of its
 * SHA-256 (hex). It is good only for the account that asked, some tries and some minutes.
 */
export function shortCode(hash: string): string {
  let value = BigInt(`0x${hash.slice(0, 10)}`);
  let text = '';
  for (let at = 0; at < 8; at++) {
    text = (letters[Number(value & 31n)] ?? '') + text;
    value >>= 5n;
  }
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}

/** A typed code in the spelling it is compared in: capitals, no spaces, letters that look alike made one. */
export function normalizeCode(typed: string): string {
  const plain = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  return `${plain.slice(0, 4)}-${plain.slice(4)}`;
}
