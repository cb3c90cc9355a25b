import type { RequirementOutput } from '#server/jobs/schemas.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import type { Evidence } from './core/evidence.ts';
import { showTenths } from './core/explain.ts';
import { type Stake, sumStake, weighEvidence } from './core/stake.ts';
import { askedSkillKeys, toRequirements } from './count-coverage.ts';
import { presentCoverage } from './present-coverage.ts';
import type { CoverageOutput } from './schemas.ts';
import { type DisclosedEvidence, listDisclosedEvidence } from './store/disclosed.ts';
import { listProofSources } from './store/evidence.ts';
import { inFull, weighForJobs } from './weigh-evidence.ts';

/** What the jobs of several applications ask, by application id. */
export type AskedByApplication = ReadonlyMap<string, readonly RequirementOutput[]>;

const withoutApplication = ({ applicationId: _application, jobId: _job, ...row }: DisclosedEvidence) => row;

/** What each application discloses of what its job asks, as its employer's policy lets it count; and all rows behind it. */
async function readDisclosed(
  scope: CandidateScope,
  asked: AskedByApplication,
  now: Date,
): Promise<{ rows: DisclosedEvidence[]; evidence: Map<string, Evidence[]> }> {
  const keys = new Map([...asked].map(([id, requirements]) => [id, new Set(askedSkillKeys(requirements))]));
  const all = await listDisclosedEvidence(scope, [...asked.keys()]);
  const rows = all.filter((row) => keys.get(row.applicationId)?.has(row.skillKey));
  const weighs = await weighForJobs([...new Set(rows.map((row) => row.jobId))], rows, now);
  const evidence = [...asked.keys()].map((id) => {
    const own = rows.filter((row) => row.applicationId === id);
    const weigh = weighs.get(own[0]?.jobId ?? '') ?? inFull;
    return [id, weigh(own.map(withoutApplication))] as const;
  });
  return { rows, evidence: new Map(evidence) };
}

/** The coverage of each of these applications as its employer counts it, by application id. */
export async function coverApplications(
  scope: CandidateScope,
  asked: AskedByApplication,
  now: Date,
): Promise<Map<string, CoverageOutput>> {
  const { rows, evidence } = await readDisclosed(scope, asked, now);
  const sources = await listProofSources(rows);
  return new Map(
    [...asked].map(([id, requirements]) => [
      id,
      presentCoverage(requirements, evidence.get(id) ?? [], sources, now),
    ]),
  );
}

/**
 * What the candidate's credentials carry in these applications, by credential, as each employer's policy lets it count;
 * those that carry nothing are left out.
 */
export async function weighCredentials(
  scope: CandidateScope,
  asked: AskedByApplication,
  now: Date,
): Promise<Map<string, Stake>> {
  const { evidence } = await readDisclosed(scope, asked, now);
  const carried = [...asked].flatMap(([id, requirements]) =>
    weighEvidence(toRequirements(requirements), evidence.get(id) ?? [], now),
  );
  const ids = [...new Set(carried.map((each) => each.credentialId))];
  return new Map(
    ids.map((id) => {
      const own = carried.filter((each) => each.credentialId === id);
      return [id, sumStake(own.map((each) => showTenths(each.micro)))];
    }),
  );
}
