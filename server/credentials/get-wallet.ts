import type { z } from 'zod';
import type { CandidateScope } from '#server/platform/scope.ts';
import { presentCredential } from './present-credential.ts';
import type {
  CredentialOutput,
  WalletOutput,
  WalletOverviewOutput,
  WalletPageOutput,
  walletPageInput,
} from './schemas.ts';
import { findCredentials, listCredentials } from './store/credentials.ts';
import { countWallet, listBestProofs, listEndingIds, listPageIds } from './store/wallet.ts';

const pageSize = 20;
const soonMs = 30 * 86_400_000;
const mostSkills = 60;

/** The candidate's whole wallet, 500 credentials at most, for what has to weigh all of them. */
export async function getWallet(scope: CandidateScope): Promise<WalletOutput> {
  const all = (await listCredentials(scope)).map((stored) => presentCredential(scope.candidateId, stored));
  return { counting: all.filter((entry) => entry.counts), others: all.filter((entry) => !entry.counts) };
}

/** Some of the candidate's credentials; ids that are not theirs are left out. */
export async function getCredentials(
  scope: CandidateScope,
  ids: readonly string[],
): Promise<CredentialOutput[]> {
  const stored = await findCredentials(scope, ids);
  return stored.map((entry) => presentCredential(scope.candidateId, entry));
}

/** Credentials in the order of `ids`. */
async function inOrder(scope: CandidateScope, ids: readonly string[]): Promise<CredentialOutput[]> {
  const found = new Map((await getCredentials(scope, ids)).map((credential) => [credential.id, credential]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

const withSoon = (now: Date) => ({ now, soon: new Date(now.getTime() + soonMs) });

/** One page of what counts today, or of what does not, 20 credentials. */
export async function listWalletPage(
  scope: CandidateScope,
  input: z.output<typeof walletPageInput>,
  now: Date,
): Promise<WalletPageOutput> {
  const { group, kind, sort, cursor } = input;
  const slice = { counting: group === 'counting', kind, sort, after: cursor ?? null };
  const ids = await listPageIds(scope, slice, withSoon(now), pageSize + 1);
  const items = await inOrder(scope, ids.slice(0, pageSize));
  return { items, nextCursor: ids.length > pageSize ? (items.at(-1)?.id ?? null) : null };
}

/** What a wallet adds up to: how many of each kind, what ends soon, the proven skills, how many are shared. */
export async function getWalletOverview(scope: CandidateScope, now: Date): Promise<WalletOverviewOutput> {
  const [counts, ending, proven] = await Promise.all([
    countWallet(scope),
    listEndingIds(scope, withSoon(now), 3),
    listBestProofs(scope, mostSkills),
  ]);
  return {
    kinds: counts.map(({ kind, counting, others }) => ({
      kind: kind as CredentialOutput['kind'],
      counting,
      others,
    })),
    shared: counts.reduce((sum, row) => sum + row.shared, 0),
    endsSoon: await inOrder(scope, ending),
    proven: proven.map((row) => ({ ...row, candidateId: scope.candidateId })),
  };
}
