import { passesGate, type QueueGate } from '#server/jobs/core/queue-gate.ts';
import type { Coverage, Requirement } from './coverage.ts';

/** A job with what somebody has proven of it, and what its first queue asks. */
export type CoveredJob = { requirements: readonly Requirement[]; gate: QueueGate; coverage: Coverage };

/**
 * What proof of one skill would open: in how many jobs the coverage would rise, and in how many of them it
 * would lead into the first queue. `level` is the highest that these jobs ask; null when none asks for one.
 */
export type Opening = { skillKey: number; level: number | null; jobs: number; firstQueues: number };

type Lacking = { skillKeys: readonly number[]; minLevel: number | null; opensQueue: boolean };

function lackingIn({ requirements, gate, coverage }: CoveredJob): Lacking[] {
  if (coverage.kind === 'no-score') return [];
  const met = new Set(
    coverage.parts.filter((part) => part.status === 'met').map((part) => part.requirementId),
  );
  const lacking = requirements.filter((requirement) => !met.has(requirement.id));
  const asked = requirements.filter((requirement) => requirement.must).length;
  const musts = asked - lacking.filter((requirement) => requirement.must).length;
  const opensQueue = !passesGate(gate, { met: musts, asked }) && passesGate(gate, { met: musts + 1, asked });
  return lacking.map(({ skillKeys, minLevel, must }) => ({
    skillKeys,
    minLevel,
    opensQueue: must && opensQueue,
  }));
}

/**
 * The skills whose proof, at the level and strength asked, would raise the coverage of most jobs; those that lead into
 * more first queues before others, then by key. A job asks a skill in one line at most, so no job is counted twice.
 */
export function countOpenings(jobs: readonly CoveredJob[], most: number): Opening[] {
  const found = new Map<number, Opening>();
  for (const { skillKeys, minLevel, opensQueue } of jobs.flatMap(lackingIn)) {
    for (const skillKey of skillKeys) {
      const { level, jobs: counted, firstQueues } = found.get(skillKey) ?? nothing;
      found.set(skillKey, {
        skillKey,
        level: minLevel === null ? level : Math.max(level ?? 0, minLevel),
        jobs: counted + 1,
        firstQueues: firstQueues + Number(opensQueue),
      });
    }
  }
  return [...found.values()]
    .sort((a, b) => b.jobs - a.jobs || b.firstQueues - a.firstQueues || a.skillKey - b.skillKey)
    .slice(0, most);
}

const nothing = { level: null, jobs: 0, firstQueues: 0 };

/** How many jobs would gain if a credential of unknown standing turned out to stand, by credential. */
export function countWaiting(jobs: readonly CoveredJob[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { coverage } of jobs) {
    const parts = coverage.kind === 'score' ? coverage.parts : [];
    const ids = parts.flatMap((part) => (part.unknownMicro > 0 ? (part.waiting?.credentialId ?? []) : []));
    for (const id of new Set(ids)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}
