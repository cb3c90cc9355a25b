import { findZone } from '#server/organizations/index.ts';
import { enqueueAll } from '#server/platform/queue.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { nextNotice } from './core/notice.ts';
import { stageChanged } from './tasks.ts';

/**
 * Has candidates told of a move, or of its undoing: in the bell at once, by mail at the next stated hour, and only of
 * what is then the case. Call it inside the transaction that moves. Declines have a task of their own.
 */
export async function announceStages(
  scope: OrgScope,
  applications: readonly { candidateId: string; id: string }[],
  now: Date,
): Promise<void> {
  const jobsFor = (key: string, byMail: boolean) =>
    applications.map(({ candidateId, id }) => ({
      payload: { candidateId, applicationId: id, byMail },
      key: `${key}:${id}`,
    }));
  await enqueueAll(stageChanged, jobsFor('stage', false));
  const runAt = nextNotice(now, await findZone(scope.organizationId));
  await enqueueAll(stageChanged, jobsFor('stage-mail', true), { runAt });
}
