import { db } from '#server/platform/db.ts';

/** How fast an organisation answers: the median in days, and over how many answers. */
export interface AnswerTime {
  slug: string;
  days: number;
  answers: number;
}

/**
 * Median days from an application to its first answer, over the answers given after `since`, for organisations with at
 * least `fewest` of them. An answer is the employer's first change of stage that was not taken back; a decline counts
 * when the candidate is told, and not before.
 */
export function measureAnswerTimes(
  slugs: readonly string[],
  { since, now, fewest }: { since: Date; now: Date; fewest: number },
): Promise<AnswerTime[]> {
  return db().$queryRaw<AnswerTime[]>`
    select o.slug, percentile_cont(0.5) within group (order by answered.days)::float8 as days,
           count(*)::int as answers
      from (
        select a.organization_id, min(case when s.to_stage = 'declined' then greatest(s.at, a.notice_at) else s.at end) as at,
               extract(epoch from min(case when s.to_stage = 'declined' then greatest(s.at, a.notice_at) else s.at end)
                 - a.applied_at) / 86400 as days
          from application a
          join stage_change s on s.candidate_id = a.candidate_id and s.application_id = a.id
         where a.organization_id in (select id from organization where slug = any(${[...slugs]}::text[]))
           and s.undone_at is null and s.to_stage not in ('applied', 'withdrawn')
           and s.actor_id is distinct from a.candidate_id and s.at >= a.applied_at
         group by a.candidate_id, a.id, a.organization_id, a.applied_at
      ) answered
      join organization o on o.id = answered.organization_id
     where answered.at > ${since} and answered.at <= ${now}
     group by o.slug
    having count(*) >= ${fewest}`;
}
