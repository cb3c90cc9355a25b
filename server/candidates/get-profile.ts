import { AppError } from '#server/platform/errors.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import type { ProfileOutput } from './schemas.ts';
import { findCandidate } from './store/candidates.ts';
import { addBlock, addStatedSkill, listBlocks, listStatedSkills } from './store/statements.ts';

/** The candidate's profile as they see it themselves. */
export async function getProfile(scope: CandidateScope): Promise<ProfileOutput> {
  const [candidate, stated, blocked] = await Promise.all([
    findCandidate(scope),
    listStatedSkills(scope),
    listBlocks(scope),
  ]);
  if (!candidate) throw new AppError('candidate.unknown', 'not-found', 'There is no such profile.');
  return { ...candidate, visibility: candidate.visibility as ProfileOutput['visibility'], stated, blocked };
}

/** Adds a skill in the candidate's own words. Errors: `skill.unknown`. */
export async function stateSkill(scope: CandidateScope, skillKey: number): Promise<void> {
  if (!(await addStatedSkill(scope, skillKey)))
    throw new AppError('skill.unknown', 'not-found', 'There is no such skill.', 'Choose one from the list.');
}

/** Keeps an organisation from ever finding the candidate. Errors: `organization.unknown`. */
export async function blockOrganization(scope: CandidateScope, slug: string): Promise<void> {
  if (!(await addBlock(scope, slug)))
    throw new AppError(
      'organization.unknown',
      'not-found',
      'There is no such organisation.',
      'Check the name in its address.',
    );
}
