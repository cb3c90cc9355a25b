import { db } from '#server/platform/db.ts';

/** Counts an answer of a platform in a form that nobody here has seen. Returns how many there were by now. */
export async function countLayoutChange(platform: string, at: Date): Promise<number> {
  const row = await db().layoutAlarm.upsert({
    where: { platform },
    create: { platform, firstAt: at, lastAt: at, times: 1 },
    update: { lastAt: at, times: { increment: 1 } },
    select: { times: true },
  });
  return row.times;
}
