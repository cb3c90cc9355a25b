import { findIssuersByWords } from './store/issuers.ts';

/** An issuer as a list names it. */
export interface FoundIssuer {
  id: string;
  /** As the first registry has it; what it calls itself where none knows it. */
  name: string;
  recognised: boolean;
}

/** Issuers whose name or identifier holds the words: recognised ones first, then by name; `most` at the most. */
export async function searchIssuers(words: string, most: number): Promise<FoundIssuer[]> {
  const rows = await findIssuersByWords(words, most);
  return rows.map(({ id, registryName, claimedName }) => ({
    id,
    name: registryName ?? claimedName,
    recognised: registryName !== null,
  }));
}
