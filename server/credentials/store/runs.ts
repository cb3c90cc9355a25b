import { db } from '#server/platform/db.ts';
import type { CandidateScope } from '#server/platform/scope.ts';

/** One verification to store, with its eight checks. */
export interface RunToStore {
  credentialId: string;
  at: Date;
  trigger: 'import' | 'recheck' | 'request';
  verdict: string;
  decidingCode: string | null;
  bound: string;
  tookMs: number;
  checks: readonly {
    name: string;
    result: string;
    code: string;
    message: string;
    source: string | null;
    at: Date;
    tookMs: number;
  }[];
}

/** Stores a run and its checks; returns the run's id. */
export async function insertRun(scope: CandidateScope, run: RunToStore): Promise<string> {
  const { checks, ...rest } = run;
  const { candidateId } = scope;
  const row = await db().verificationRun.create({ data: { candidateId, ...rest }, select: { id: true } });
  await db().checkResult.createMany({
    data: checks.map((check) => ({ candidateId, runId: row.id, ...check })),
  });
  return row.id;
}

const oneDayMs = 86_400_000;

/**
 * Makes room for a run of the clock that found the same as the two before it: the latest gives way, so that the first
 * of a stretch stays, one a day, and the newest. Without it a look every minute would fill the table.
 */
export async function dropRepeatedRun(scope: CandidateScope, run: Omit<RunToStore, 'checks'>): Promise<void> {
  const { candidateId } = scope;
  const [latest, earlier] = await db().verificationRun.findMany({
    where: { candidateId, credentialId: run.credentialId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { id: true, at: true, trigger: true, verdict: true, decidingCode: true, bound: true },
    take: 2,
  });
  if (latest?.trigger !== 'recheck' || !earlier) return;
  const same = [latest, earlier].every(
    ({ verdict, decidingCode, bound }) =>
      verdict === run.verdict && decidingCode === run.decidingCode && bound === run.bound,
  );
  if (!same || latest.at.getTime() - earlier.at.getTime() >= oneDayMs) return;
  await db().verificationRun.deleteMany({ where: { candidateId, id: latest.id } });
}

const shown = {
  id: true,
  at: true,
  trigger: true,
  verdict: true,
  decidingCode: true,
  bound: true,
  tookMs: true,
} as const;

/** The latest run with its checks, or null. */
export function findLatestRun(scope: CandidateScope, credentialId: string) {
  return db().verificationRun.findFirst({
    where: { candidateId: scope.candidateId, credentialId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: {
      ...shown,
      checks: {
        select: { name: true, result: true, code: true, message: true, source: true, at: true, tookMs: true },
      },
    },
  });
}

/** Earlier runs, newest first, at most `take`. */
export function listRuns(scope: CandidateScope, credentialId: string, take: number) {
  return db().verificationRun.findMany({
    where: { candidateId: scope.candidateId, credentialId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: shown,
    take,
  });
}

/** Drops runs that changed nothing and are older than `before`, except the first and the latest of a credential. */
export async function pruneUnchangedRuns(before: Date): Promise<number> {
  return db().$executeRaw`
    with judged as (
      select candidate_id, id, at,
             lag(verdict) over w as earlier_verdict, lag(deciding_code) over w as earlier_code,
             lag(bound) over w as earlier_bound, lead(id) over w as later,
             verdict, deciding_code, bound
        from verification_run
      window w as (partition by candidate_id, credential_id order by at, id)
    )
    delete from verification_run r using judged j
     where r.candidate_id = j.candidate_id and r.id = j.id and j.at < ${before}
       and j.later is not null and j.earlier_verdict = j.verdict and j.earlier_bound = j.bound
       and j.earlier_code is not distinct from j.deciding_code`;
}

/** A stretch of verifications that all found the same. `id` is its latest run. */
export interface Spell {
  id: string;
  from: Date;
  to: Date;
  checks: number;
  verdict: string;
  decidingCode: string | null;
  bound: string;
}

/** How a credential stood over time, latest spell first, at most `take`. */
export function listSpells(scope: CandidateScope, credentialId: string, take: number): Promise<Spell[]> {
  return db().$queryRaw<Spell[]>`
    with judged as (
      select id, at, verdict, deciding_code, bound,
             row_number() over (order by at, id)
               - row_number() over (partition by verdict, deciding_code, bound order by at, id) as spell
        from verification_run
       where candidate_id = ${scope.candidateId}::uuid and credential_id = ${credentialId}::uuid
    )
    select (array_agg(id order by at desc, id desc))[1] as id, min(at) as "from", max(at) as "to",
           count(*)::int as checks, verdict, deciding_code as "decidingCode", bound
      from judged
     group by verdict, deciding_code, bound, spell
     order by max(at) desc
     limit ${take}`;
}
