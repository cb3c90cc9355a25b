import { getPublicJobs } from '#server/jobs/index.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import { type Stage, stageForCandidate } from './core/pipeline.ts';
import { findOwn } from './store/applications.ts';
import { listStageChanges } from './store/stage-changes.ts';

/** Where an application is, as far as its candidate is told, and since when. */
export interface ToldStage {
  stage: Stage;
  /** The employer moved it there: neither sent, nor declined, nor withdrawn. */
  isMove: boolean;
  since: Date;
  job: string;
  organization: string;
}

/** The stage of one of the candidate's applications as they are told today; null when there is no such application. */
export async function findToldStage(
  scope: CandidateScope,
  applicationId: string,
  now: Date,
): Promise<ToldStage | null> {
  const application = await findOwn(scope, applicationId);
  if (!application) return null;
  const [jobs, all] = await Promise.all([
    getPublicJobs([application.jobId], now),
    listStageChanges([application]),
  ]);
  const job = jobs.get(application.jobId);
  if (!job) return null;
  const standing = all.filter((change) => change.undoneAt === null);
  const decline = standing.findLast((change) => change.toStage === 'declined');
  const before = (decline?.fromStage ?? null) as Stage | null;
  const stage = stageForCandidate(application.stage as Stage, application.noticeAt, now, before);
  const last = standing.findLast((change) => change.toStage === stage);
  const isMove = stage !== 'declined' && stage !== 'withdrawn' && Boolean(last?.fromStage);
  return {
    stage,
    isMove,
    since: last?.at ?? application.appliedAt,
    job: job.title,
    organization: job.employer.name,
  };
}
