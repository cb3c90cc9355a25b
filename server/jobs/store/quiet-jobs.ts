import { db } from '#server/platform/db.ts';

/** A published job that nobody has edited for a while. */
export interface QuietJob {
  id: string;
  organizationId: string;
  title: string;
  version: number;
  /** When it was published or last edited. */
  touchedAt: Date;
  silenceToldAt: Date | null;
}

/** Published jobs that were neither published nor edited since, by id, one page at a time. */
export function listQuietJobs(before: Date, after: string | null, take: number): Promise<QuietJob[]> {
  return db().$queryRaw<QuietJob[]>`
    select id, organization_id as "organizationId", title, version,
           greatest(updated_at, published_at) as "touchedAt", silence_told_at as "silenceToldAt"
      from job
     where status = 'published' and published_at <= ${before} and updated_at <= ${before}
       and (${after}::uuid is null or id > ${after}::uuid)
     order by id
     limit ${take}`;
}

/** Notes when the organisation was told. In SQL: this is no edit, and must not look like one. */
export async function writeSilenceTold(id: string, at: Date): Promise<void> {
  await db()
    .$executeRaw`update job set silence_told_at = ${at} where id = ${id}::uuid and status = 'published'`;
}

/** Closes a job that nobody touched since it was seen; false when somebody did. */
export async function closeQuietJob(
  { id, version }: { id: string; version: number },
  since: Date,
  now: Date,
): Promise<boolean> {
  const closed = await db().$executeRaw`
    update job
       set status = 'closed', closed_at = ${now}, silent_since = ${since}, updated_at = ${now},
           valid_through = least(valid_through, ${now}), version = version + 1
     where id = ${id}::uuid and version = ${version} and status = 'published'`;
  return closed === 1;
}
