/** The form in which addresses are compared: trimmed, ASCII letters lower-cased and nothing else. */
export function normalizeAddress(address: string): string {
  return address.trim().replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** An address with its middle hidden, for pages that others see: `w•••@example.org`. */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return at < 1 ? '•••' : `${address.slice(0, 1)}•••${address.slice(at)}`;
}
