import { createDemoAccount, noteProvenAddress } from '#server/accounts/index.ts';
import { blockOrganization, ensureCandidate, stateSkill, updateCandidate } from '#server/candidates/index.ts';
import { accountScope, candidateScope } from '#server/platform/scope.ts';
import { loadSkillIndex } from '#server/skills/index.ts';
import { starterSkill } from './describe-achievement.ts';
import type { PersonPlan } from './plan.ts';

/** The key of a starter skill. Throws when the plan names one that does not exist. */
export async function skillKeyOf(slug: string): Promise<number> {
  const found = (await loadSkillIndex()).byUri(starterSkill(slug).id);
  if (!found) throw new Error(`The skill ${slug} is not installed.`);
  return found.skillKey;
}

/** Makes an account with its address confirmed, as if the person had signed in by mail. Returns its id. */
export async function makeAccount(
  person: { name: string; email: string; isDemo: boolean },
  now: Date,
): Promise<string> {
  const id = await createDemoAccount(person);
  await noteProvenAddress(accountScope(id), person.email, now);
  return id;
}

/** Fills in what a person says about themselves. */
export async function makeCandidate(id: string, plan: PersonPlan): Promise<void> {
  const scope = candidateScope(id);
  await ensureCandidate(scope, plan.name);
  await updateCandidate(scope, {
    headline: plan.headline || null,
    place: plan.place || null,
    visibility: plan.visibility ?? 'recruiters',
  });
  for (const slug of plan.states ?? []) await stateSkill(scope, await skillKeyOf(slug));
  for (const slug of plan.blocks ?? []) await blockOrganization(scope, slug);
}
