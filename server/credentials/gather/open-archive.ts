import { classify } from './classify.ts';
import { unpackAll } from './unpack/unpack.ts';
import type { Archive, Entry } from './unpack/unpacked.ts';

/**
 * Tells the credentials of an archive from its other files. What cannot be read counts as a credential, so that a
 * damaged one does not vanish; what plainly is none does not. Links count when no file is a credential.
 */
export function openArchive({ entries, links }: Archive): { credentials: Entry[]; others: Entry[] } {
  const credentials = entries.filter(isCredential);
  const others = entries.filter((entry) => !isCredential(entry));
  return { credentials: credentials.length > 0 ? credentials : links, others };
}

function isCredential({ document }: Entry): boolean {
  const classified = classify(document);
  return !(classified.kind === 'refused' && classified.code === 'not-a-credential');
}

/** The files of an archive that holds several credentials, those without one last; null for anything else. */
export async function listEntries(
  bytes: Uint8Array,
): Promise<{ container: Archive['container']; credentials: Entry[]; others: Entry[] } | null> {
  const unpacked = await unpackAll(bytes);
  if (unpacked.kind !== 'archive') return null;
  const { credentials, others } = openArchive(unpacked);
  return credentials.length > 1 ? { container: unpacked.container, credentials, others } : null;
}
