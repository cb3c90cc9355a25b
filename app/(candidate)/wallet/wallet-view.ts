/** What part of the wallet is on show, as its address says. */
import type { CredentialOutput } from '#server/credentials/schemas.ts';

export const kinds = ['badge', 'certificate', 'portfolio'] as const;
export const sorts = ['attention', 'newest', 'issuer'] as const;

export type WalletView = {
  kind: (typeof kinds)[number] | null;
  sort: (typeof sorts)[number];
};

type Query = Record<string, string | string[] | undefined>;

/** Reads the address; what it does not know is left at its default. */
export function readView(query: Query): WalletView {
  return {
    kind: kinds.find((kind) => kind === query.kind) ?? null,
    sort: sorts.find((sort) => sort === query.sort) ?? 'attention',
  };
}

/** The address of a view. */
export function hrefOf(view: Partial<WalletView>): string {
  const query = new URLSearchParams();
  if (view.kind) query.set('kind', view.kind);
  if (view.sort && view.sort !== 'attention') query.set('sort', view.sort);
  return query.size > 0 ? `/wallet?${query}` : '/wallet';
}

/** A skill with the credential that proves it best. */
export type BestProof = { label: string; level: number | null; credential: CredentialOutput };

/** Every skill proven today with its best proof: highest level, then strongest evidence. Strongest first. */
export function bestProofs(counting: readonly CredentialOutput[]): BestProof[] {
  const best = new Map<number, BestProof>();
  const rank = (proof: BestProof) => (proof.level ?? 0) * 10 + proof.credential.tier.level;
  for (const credential of counting) {
    for (const { skillKey, state, label, level } of credential.skills) {
      if (state !== 'proven' || skillKey === null) continue;
      const proof = { label, level, credential };
      const known = best.get(skillKey);
      if (!known || rank(proof) > rank(known)) best.set(skillKey, proof);
    }
  }
  return [...best.values()].sort((a, b) => (b.level ?? 0) - (a.level ?? 0) || a.label.localeCompare(b.label));
}
