import {
  addNote,
  applyToJob,
  declineCandidates,
  getDeclineOptions,
  moveStage,
  withdrawApplication,
} from '#server/applications/index.ts';
import type { MoveTarget } from '#server/applications/schemas.ts';
import { candidateScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import type { WalletOutcome } from './fill-wallets.ts';
import type { MadeJob } from './make-employers.ts';
import type { ApplicationPlan, StagePlan } from './plan.ts';
import { daysBefore } from './timing.ts';

/** The moves that lead to a stage. */
const path: Readonly<Record<StagePlan, readonly MoveTarget[]>> = {
  applied: [],
  screen: ['screen'],
  task: ['screen', 'task'],
  interview: ['screen', 'interview'],
  offer: ['screen', 'interview', 'offer'],
  hired: ['screen', 'interview', 'offer', 'hired'],
  declined: ['screen'],
  withdrawn: [],
};

const remark = 'Says plainly what the numbers do not show. Ask about the first week.';
const parting = 'Thank you for the care you put into this. We wish you a good find elsewhere.';

async function decline(job: MadeJob, candidateId: string, version: number, at: Date): Promise<void> {
  const { reasons } = await getDeclineOptions(job.scope, { jobId: job.id, candidateIds: [candidateId] }, at);
  const reason = reasons.find((option) => option.isTrue)?.reason ?? 'terms-differ';
  const people = [{ candidateId, version }];
  await declineCandidates(job.scope, { jobId: job.id, people, reason, sentence: parting }, at);
}

/** The person's credentials that name a skill which the job asks; all of them when it asks none. */
function discloseFor(job: MadeJob, candidateId: string, wallets: readonly WalletOutcome[]): string[] {
  const asked = new Set(job.plan.requirements.flatMap((line) => line.skills));
  const own = wallets.filter((each) => each.candidateId === candidateId);
  return own.flatMap(({ credentialId, achievement }) => {
    const speaks = asked.size === 0 || achievement.skills.some(([slug]) => asked.has(slug));
    return credentialId !== null && speaks ? [credentialId] : [];
  });
}

/** Makes one application: sent with the credentials that cover the job, then moved on day by day. */
export async function makeApplication(
  job: MadeJob,
  candidateId: string,
  plan: ApplicationPlan,
  wallets: readonly WalletOutcome[],
  now: Date,
): Promise<void> {
  const [, stage, daysAgo, note] = plan;
  const scope = candidateScope(candidateId);
  const moves = path[stage];
  const dayOf = (step: number) => daysBefore(now, daysAgo * (1 - step / (moves.length + 2)));
  const credentialIds = discloseFor(job, candidateId, wallets);
  const applicationId = await inTransaction(async () => {
    const input = { jobId: job.id, credentialIds, ...(note ? { note } : {}) };
    const applied = await applyToJob(scope, input, dayOf(0));
    for (const [at, to] of moves.entries()) {
      const people = [{ candidateId, version: at + 1 }];
      await moveStage(job.scope, { jobId: job.id, to, people }, dayOf(at + 1));
    }
    return applied.applicationId;
  });
  const end = dayOf(moves.length + 1);
  if (stage === 'interview') await addNote(job.scope, { jobId: job.id, candidateId, text: remark }, end);
  if (stage === 'declined') await decline(job, candidateId, moves.length + 1, end);
  if (stage === 'withdrawn') await withdrawApplication(scope, applicationId, end);
}
