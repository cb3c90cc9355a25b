import { presentPublicJob } from './present-job.ts';
import type { PublicJobRowOutput } from './schemas.ts';
import { countOpen, listAsking } from './store/asking.ts';

/** The newest jobs that are looked at for one person; those behind them are counted only. */
const mostJobs = 400;

/** Open jobs that ask for something of what somebody has proven. */
export interface AskingJobs {
  jobs: PublicJobRowOutput[];
  /** Open jobs that ask for one of the skills; more than `jobs` when not all were looked at. */
  asking: number;
  /** Open jobs that ask for other skills only. */
  askingOther: number;
  /** Open jobs that ask for no skill. */
  scoreless: number;
  /** Open jobs of the employers left out, by employer. */
  apart: ReadonlyMap<string, number>;
}

/** Jobs that ask for one of the skills, newest first, without those of some employers; says what is left out. */
export async function listJobsAsking(
  skillKeys: readonly number[],
  withoutEmployers: readonly string[],
  now: Date,
): Promise<AskingJobs> {
  const [rows, counts] = await Promise.all([
    listAsking(skillKeys, withoutEmployers, now, mostJobs),
    countOpen(skillKeys, withoutEmployers, now),
  ]);
  const { all, asking, scoreless, apart } = counts;
  return {
    jobs: rows.map((row) => presentPublicJob(row, now)),
    asking,
    askingOther: all - asking - scoreless,
    scoreless,
    apart,
  };
}
