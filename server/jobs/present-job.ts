import { takesApplications } from './core/lifecycle.ts';
import { orderRequirements, requirementLabel, shortLabelOf } from './core/requirement-order.ts';
import type { JobOutput, PublicJobOutput, RequirementOutput } from './schemas.ts';
import type { StoredJob, StoredPublicJob, StoredRequirement } from './store/jobs.ts';

/** A job's requirements in the fixed order of its bars. */
export function presentRequirements(stored: readonly StoredRequirement[]): RequirementOutput[] {
  const lines = stored.map(({ skills, shortLabel, ...line }) => {
    const named = skills.map(({ skillKey, skill }) => ({ skillKey, label: skill.label }));
    return {
      ...line,
      skills: named,
      label: requirementLabel(named.map((skill) => skill.label)),
      shortLabel: shortLabel ?? shortLabelOf(named[0]?.label ?? ''),
      ownShortLabel: shortLabel !== null,
    };
  });
  return orderRequirements(lines);
}

type Facts = Omit<PublicJobOutput, 'employer' | 'requirements' | 'open'>;

function presentFacts(stored: StoredJob): Facts {
  // The columns are text with a check in the database; their types are those of the check.
  return {
    ...stored,
    workplace: stored.workplace as Facts['workplace'],
    contract: stored.contract as Facts['contract'],
    queueGate: stored.queueGate as Facts['queueGate'],
    payPeriod: stored.payPeriod as Facts['payPeriod'],
    namesHiddenUntil: stored.namesHiddenUntil as Facts['namesHiddenUntil'],
  };
}

/** A job for its employer. */
export function presentJob(stored: StoredJob): JobOutput {
  return {
    ...stored,
    ...presentFacts(stored),
    status: stored.status as JobOutput['status'],
    requirements: presentRequirements(stored.requirements),
    lineOrder: stored.requirements.map((line) => line.id),
  };
}

/** A job for anybody. */
export function presentPublicJob(stored: StoredPublicJob, now: Date): PublicJobOutput {
  const { slug, name, website, answerDays } = stored.organization;
  return {
    ...presentFacts(stored),
    employer: { slug, name, website, answerDays },
    requirements: presentRequirements(stored.requirements),
    open: takesApplications(stored, now),
  };
}
