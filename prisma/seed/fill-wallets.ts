import { dismissItems, listImports, receiveImport, type Submission } from '#server/credentials/index.ts';
import type { CredentialOutput } from '#server/credentials/schemas.ts';
import { credentialHandlers } from '#server/credentials/worker.ts';
import {
  type IssuedDocument,
  type IssueOrder,
  issueCredentials,
  revokeIssued,
} from '#server/issuing/index.ts';
import { drainQueue } from '#server/platform/queue-runner.ts';
import { candidateScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { issuers } from './data/issuers.ts';
import { describeAchievement } from './describe-achievement.ts';
import type { AchievementPlan, IssuerPlan } from './plan.ts';
import {
  intendedOutcome,
  isOutOfReach,
  type PlannedCredential,
  plannedPeople,
  planWallet,
} from './plan-wallets.ts';
import { countOpenImports } from './store.ts';
import { tamper } from './tamper.ts';
import { daysBefore, inBatches, type Say } from './timing.ts';

/** What became of one planned credential. */
export interface WalletOutcome {
  owner: string;
  candidateId: string;
  achievement: AchievementPlan;
  /** Null when it did not arrive. */
  credentialId: string | null;
  found: string;
  asIntended: boolean;
}

/** A list on a host that never answers. */
const silentList = 'https://status.quillon.invalid/lists/7';
const parcel = 10;
const takers = 6;

function orderOf(planned: PlannedCredential): IssueOrder {
  const { achievement, recipient, format, validFrom, validUntil, twist } = planned;
  const order = { achievement: describeAchievement(planned), recipient, format, validFrom, validUntil };
  if (isOutOfReach(achievement)) return { ...order, statusList: null };
  return twist === 'status' ? { ...order, statusList: silentList } : order;
}

function submissionOf({ entry, key, twist, format }: PlannedCredential, issued: IssuedDocument): Submission {
  if (entry === 'url' && issued.url) return { source: 'url', url: issued.url };
  const text = twist === 'tampered' ? tamper(issued.text) : issued.text;
  if (entry === 'paste') return { source: 'paste', text };
  const name = `${key}.${format.startsWith('jwt-') || format === 'ob2-signed' ? 'jwt' : 'json'}`;
  return { source: 'file', name, mediaType: issued.mediaType, bytes: new TextEncoder().encode(text) };
}

/** Several takers at once: reading waits for the database as often as for the processor. */
async function drain(candidateIds: readonly string[], total: number, say: Say): Promise<void> {
  const telling = setInterval(() => {
    countOpenImports(candidateIds).then(
      (open) => say(`${total - open} of ${total} credentials verified`),
      () => {},
    );
  }, 3_000);
  try {
    await Promise.all(Array.from({ length: takers }, () => drainQueue(credentialHandlers)));
    // A worker that runs beside us may hold the last ones.
    const patience = Date.now() + 20_000;
    while ((await countOpenImports(candidateIds)) > 0 && Date.now() < patience) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      await drainQueue(credentialHandlers);
    }
  } finally {
    clearInterval(telling);
  }
}

function judge(
  candidateId: string,
  planned: PlannedCredential,
  credential: CredentialOutput | null,
): WalletOutcome {
  const { verdict, code, bound } = intendedOutcome(planned);
  const found = credential
    ? `${credential.verdict} ${credential.code ?? ''} ${credential.bound}`
    : 'not there';
  return {
    owner: planned.owner,
    candidateId,
    achievement: planned.achievement,
    credentialId: credential?.id ?? null,
    found,
    asIntended: found === `${verdict} ${code ?? ''} ${bound}`,
  };
}

/** Compares what came of a person's imports with the plan, and clears the list of imports. */
async function collect(
  candidateId: string,
  planned: ReadonlyMap<string, PlannedCredential>,
): Promise<WalletOutcome[]> {
  const scope = candidateScope(candidateId);
  const items = await listImports(scope);
  const outcomes = items.flatMap((item) => {
    const plan = planned.get(item.id);
    return plan ? [judge(candidateId, plan, item.credential)] : [];
  });
  await dismissItems(scope, null);
  return outcomes;
}

type Issued = ReadonlyMap<PlannedCredential, IssuedDocument>;

/** Issuers work side by side; each issues in parcels, which saves waiting for the disk. */
async function issueAll(planned: readonly PlannedCredential[], now: Date): Promise<Issued> {
  const issued = new Map<PlannedCredential, IssuedDocument>();
  const work = async ({ slug }: IssuerPlan) => {
    const own = planned.filter((each) => each.achievement.issuer === slug);
    for (let start = 0; start < own.length; start += parcel) {
      const some = own.slice(start, start + parcel);
      const documents = await issueCredentials(slug, some.map(orderOf), now);
      for (const [at, document] of documents.entries()) {
        const each = some[at];
        if (!each) continue;
        issued.set(each, document);
        if (each.twist === 'revoked') await revokeIssued(document.id, 'issued in error', daysBefore(now, 20));
      }
    }
  };
  await Promise.all(issuers.map(work));
  return issued;
}

/** Hands a wallet in, item by item; returns what each item is. */
function handIn(wallet: readonly PlannedCredential[], issued: Issued, candidateId: string) {
  return inTransaction(async () => {
    const items = new Map<string, PlannedCredential>();
    for (const planned of wallet) {
      const document = issued.get(planned);
      if (!document) continue;
      const { id } = await receiveImport(candidateScope(candidateId), submissionOf(planned, document));
      items.set(id, planned);
    }
    return items;
  });
}

/** Issues every planned credential, hands it in as its owner would, and has the queue verify it. */
export async function fillWallets(
  idOf: (email: string) => string,
  now: Date,
  say: Say,
): Promise<WalletOutcome[]> {
  const people = plannedPeople.map((person) => ({ id: idOf(person.email), wallet: planWallet(person, now) }));
  const planned = people.flatMap((person) => person.wallet);
  const issued = await issueAll(planned, now);
  const handedIn = await inBatches(people, 6, async ({ id, wallet }) => ({
    id,
    items: await handIn(wallet, issued, id),
  }));
  say(`${planned.length} credentials issued`);
  const ids = people.map((person) => person.id);
  await drain(ids, planned.length, say);
  say(`${planned.length} credentials verified`);
  const outcomes = await inBatches(handedIn, 4, ({ id, items }) => collect(id, items));
  return outcomes.flat();
}
