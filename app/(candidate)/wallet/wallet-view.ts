/** What part of the wallet is on show, as its address says. */
import type { CredentialOutput } from '#server/credentials/schemas.ts';
import { endsSoon } from '../credential-words.ts';

export const kinds = ['badge', 'certificate', 'portfolio'] as const;
export const sorts = ['attention', 'newest', 'issuer'] as const;

/** How many rows a group shows at first, and how many more each time. */
const step = 20;

export type WalletView = {
  kind: (typeof kinds)[number] | null;
  sort: (typeof sorts)[number];
  /** Rows on show in each group. */
  rows: number;
};

type Query = Record<string, string | string[] | undefined>;

/** Reads the address; what it does not know is left at its default. */
export function readView(query: Query): WalletView {
  const rows = Number(query.rows);
  return {
    kind: kinds.find((kind) => kind === query.kind) ?? null,
    sort: sorts.find((sort) => sort === query.sort) ?? 'attention',
    rows: Number.isInteger(rows) && rows > step ? Math.min(rows, 1_000) : step,
  };
}

/** The address of a view. */
export function hrefOf(view: Partial<WalletView>): string {
  const query = new URLSearchParams();
  if (view.kind) query.set('kind', view.kind);
  if (view.sort && view.sort !== 'attention') query.set('sort', view.sort);
  if (view.rows && view.rows > step) query.set('rows', String(view.rows));
  return query.size > 0 ? `/wallet?${query}` : '/wallet';
}

/** The same view with more rows. */
export function showMore(view: WalletView): WalletView {
  return { ...view, rows: view.rows + step };
}

const newestFirst = (a: CredentialOutput, b: CredentialOutput) =>
  b.receivedAt.getTime() - a.receivedAt.getTime() || a.title.localeCompare(b.title);

function attentionOf(credential: CredentialOutput, now: Date): number {
  if (endsSoon(credential, now)) return 0;
  if (credential.verdict === 'unknown') return 1;
  if (credential.verdict === 'valid' && !credential.counts) return 2;
  return credential.skills.some((skill) => skill.state === 'proposed') ? 3 : 4;
}

/** A group's rows for a view: its kind only, in its order. */
export function rowsFor(
  credentials: readonly CredentialOutput[],
  view: WalletView,
  now: Date,
): CredentialOutput[] {
  const rows = credentials.filter((credential) => view.kind === null || credential.kind === view.kind);
  if (view.sort === 'issuer')
    return rows.sort((a, b) => a.issuer.name.localeCompare(b.issuer.name) || newestFirst(a, b));
  if (view.sort === 'newest') return rows.sort(newestFirst);
  return rows.sort((a, b) => attentionOf(a, now) - attentionOf(b, now) || newestFirst(a, b));
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
