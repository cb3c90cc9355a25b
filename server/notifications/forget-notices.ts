import { log } from '#server/platform/log.ts';
import { dropOld } from './store/notifications.ts';

const keepMs = 90 * 86_400_000;
const atOnce = 5_000;

/** Drops news that is older than ninety days, in portions, so that nobody waits for a lock. */
export async function forgetOldNotices(now: Date): Promise<void> {
  const before = new Date(now.getTime() - keepMs);
  let gone = 0;
  for (let dropped = atOnce; dropped === atOnce; gone += dropped) dropped = await dropOld(before, atOnce);
  if (gone > 0) log.info({ event: 'notifications.forgotten', gone }, 'dropped old news');
}
