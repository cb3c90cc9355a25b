import { classify } from './classify.ts';
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
