import { env } from '#server/platform/env.ts';
import { enqueue } from '#server/platform/queue.ts';
import { nextNotice } from './core/notice.ts';
import { stageChanged } from './tasks.ts';

/**
 * Has the candidate told of a move, or of its undoing: in the bell at once, by mail at the next stated hour, and only of
 * what is then the case. Call it inside the transaction that moves. Declines have a task of their own.
 */
export async function announceStage(
  { candidateId, id }: { candidateId: string; id: string },
  now: Date,
): Promise<void> {
  const payload = { candidateId, applicationId: id };
  await enqueue(stageChanged, { ...payload, byMail: false }, { key: `stage:${id}` });
  const runAt = nextNotice(now, env().TIME_ZONE);
  await enqueue(stageChanged, { ...payload, byMail: true }, { key: `stage-mail:${id}`, runAt });
}
