/** The address of a public page: whose it is and the secret that opens it, in 32 letters. */

const idBytes = 16;
const keyBytes = 8;

const hexOf = (uuid: string) => uuid.replaceAll('-', '');

function toBase64Url(hex: string): string {
  const bytes = hex.match(/../g) ?? [];
  const binary = String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 16)));
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The handle of a candidate; `shareKey` is a random UUID, of which the first eight bytes are used. */
export function handleOf(candidateId: string, shareKey: string): string {
  return toBase64Url(hexOf(candidateId) + hexOf(shareKey).slice(0, keyBytes * 2));
}

/** Whose page a handle names; null when it is none. Whether the secret fits is said by `fitsHandle`. */
export function readHandle(handle: string): string | null {
  if (!/^[\w-]{32}$/.test(handle)) return null;
  const binary = atob(handle.replaceAll('-', '+').replaceAll('_', '/'));
  const hex = [...binary].map((letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('');
  return hex.slice(0, idBytes * 2).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** True when the handle is the candidate's present one. */
export function fitsHandle(handle: string, candidateId: string, shareKey: string): boolean {
  return handle === handleOf(candidateId, shareKey);
}
