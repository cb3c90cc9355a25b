import type { RequirementOutput } from '#server/jobs/schemas.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import { showTenths } from './core/explain.ts';
import { type Stake, sumStake, weighEvidence } from './core/stake.ts';
import { askedSkillKeys, toRequirements } from './count-coverage.ts';
import { type DisclosedEvidence, listDisclosedEvidence } from './store/disclosed.ts';
import { inFull, weighForJobs } from './weigh-evidence.ts';

/** What the jobs of several applications ask, by application id. */
export type AskedByApplication = ReadonlyMap<string, readonly RequirementOutput[]>;

/** What each application discloses, as far as its job asks for it. */
async function readDisclosed(
  scope: CandidateScope,
  asked: AskedByApplication,
): Promise<Map<string, DisclosedEvidence[]>> {
  const rows = await listDisclosedEvidence(scope, [...asked.keys()]);
  return new Map(
    [...asked].map(([id, requirements]) => {
      const keys = new Set(askedSkillKeys(requirements));
      return [id, rows.filter((row) => row.applicationId === id && keys.has(row.skillKey))];
    }),
  );
}

const withoutApplication = ({ applicationId: _application, jobId: _job, ...row }: DisclosedEvidence) => row;

/**
 * What the candidate's credentials carry in these applications, by credential, as each employer's policy lets it count;
 * those that carry nothing are left out.
 */
export async function weighCredentials(
  scope: CandidateScope,
  asked: AskedByApplication,
  now: Date,
): Promise<Map<string, Stake>> {
  const disclosed = await readDisclosed(scope, asked);
  const all = [...disclosed.values()].flat();
  const weighs = await weighForJobs([...new Set(all.map((row) => row.jobId))], all, now);
  const carried = [...asked].flatMap(([id, requirements]) => {
    const rows = disclosed.get(id) ?? [];
    const weigh = weighs.get(rows[0]?.jobId ?? '') ?? inFull;
    const evidence = weigh(rows.map(withoutApplication));
    return weighEvidence(toRequirements(requirements), evidence, now);
  });
  const ids = [...new Set(carried.map((each) => each.credentialId))];
  return new Map(
    ids.map((id) => {
      const own = carried.filter((each) => each.credentialId === id);
      return [id, sumStake(own.map((each) => showTenths(each.micro)))];
    }),
  );
}
