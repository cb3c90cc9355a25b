import { randomInt } from 'node:crypto';
import { isAliasTaken } from './store/applications.ts';

/** Digits to try with, in turn: the more applications a job has, the longer its numbers become. */
const digitsTried = [4, 4, 4, 5, 5, 6, 6, 7, 7, 8];

/**
 * A number for an application that no other one to the job has, to stand in for the name. It is drawn, so that it
 * tells nothing about who came first.
 */
export async function pickAlias(jobId: string): Promise<number> {
  let alias = 0;
  for (const digits of digitsTried) {
    alias = randomInt(10 ** (digits - 1), 10 ** digits);
    if (!(await isAliasTaken(jobId, alias))) break;
  }
  return alias;
}
