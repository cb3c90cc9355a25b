import { randomUUID } from 'node:crypto';
import { AppError } from '#server/platform/errors.ts';
import { presentRequirements } from './present-job.ts';
import type { RequirementOutput } from './schemas.ts';
import { listSkillLabels, type RequirementRow } from './store/jobs.ts';

/**
 * Lines as they would be once they are saved, for looking ahead. A line that is new gets an id for the occasion.
 * Errors: `job.skill_unknown`.
 */
export async function describeLines(rows: readonly RequirementRow[]): Promise<RequirementOutput[]> {
  const labels = await listSkillLabels(rows.flatMap((row) => row.skillKeys));
  const named = (skillKey: number) => {
    const label = labels.get(skillKey);
    if (label === undefined)
      throw new AppError(
        'job.skill_unknown',
        'bad-input',
        'One of the skills does not exist.',
        'Pick it again.',
      );
    return { skillKey, skill: { label } };
  };
  return presentRequirements(
    rows.map(({ id, skillKeys, ...row }) => ({
      ...row,
      id: id ?? randomUUID(),
      skills: skillKeys.map(named),
    })),
  );
}
