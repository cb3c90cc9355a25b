import { hidingStages, reachesNames } from '#server/jobs/core/hidden-names.ts';
import { db } from '#server/platform/db.ts';
import type { OrgScope } from '#server/platform/scope.ts';

const stages = ['applied', ...hidingStages, 'hired'];

/** Applications whose person this employer knows by name, as `identify` has it. */
const named = [
  { revealedAt: { not: null } },
  { job: { namesHiddenUntil: null } },
  ...hidingStages.map((until) => ({
    job: { namesHiddenUntil: until },
    stage: { in: stages.filter((stage) => reachesNames(until, stage)) },
  })),
];

/**
 * People who applied to the organisation's jobs, by name where it is shown and by number where it is not, latest
 * first. A hidden name finds nobody.
 */
export function findPeopleByWords(scope: OrgScope, words: string, most: number) {
  const number = /^\D*(\d{4,9})$/.exec(words)?.[1];
  const holds = { displayName: { contains: words, mode: 'insensitive' as const }, OR: named };
  return db().application.findMany({
    where: {
      organizationId: scope.organizationId,
      stage: { not: 'withdrawn' },
      OR: [holds, ...(number ? [{ alias: Number(number) }] : [])],
    },
    select: {
      candidateId: true,
      jobId: true,
      stage: true,
      displayName: true,
      alias: true,
      revealedAt: true,
      job: { select: { title: true, namesHiddenUntil: true } },
    },
    orderBy: { appliedAt: 'desc' },
    take: most,
  });
}
