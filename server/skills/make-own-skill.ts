import { AppError } from '#server/platform/errors.ts';
import type { OrgScope } from '#server/platform/scope.ts';
import { inTransaction } from '#server/platform/transaction.ts';
import { normaliseLabel } from './core/normalise-label.ts';
import { loadSkillIndex } from './load-skill-index.ts';
import { countScheme, findInScheme, lockSchemes, ownScheme, putScheme, putSkills } from './store.ts';

const mostOwn = 200;

/**
 * Makes a skill of the organisation's own, which no issuer names and so nobody else can prove. A name that a shared
 * skill goes by gives that skill instead. Errors: `skill.label_empty`, `skill.too_many`.
 */
export async function makeOwnSkill(
  scope: OrgScope,
  organizationName: string,
  label: string,
): Promise<{ skillKey: number; label: string; own: boolean }> {
  const norm = normaliseLabel(label);
  if (norm === '')
    throw new AppError('skill.label_empty', 'bad-input', 'A skill needs a name.', 'Use letters or digits.', {
      field: 'label',
    });
  const [same, other] = (await loadSkillIndex()).byLabel(label);
  if (same && same.confidence === 1 && !other)
    return { skillKey: same.skillKey, label: same.label, own: false };
  return inTransaction(async () => {
    await lockSchemes();
    const id = ownScheme(scope.organizationId);
    const uri = `urn:assay:own:${scope.organizationId}:${encodeURIComponent(norm)}`;
    const stored = await findInScheme(id, uri);
    if (stored) return { ...stored, own: true };
    if ((await countScheme(id)) >= mostOwn)
      throw new AppError(
        'skill.too_many',
        'conflict',
        `An organisation has ${mostOwn} skills of its own at most.`,
        'Use one of the shared skills, or one that you made.',
      );
    await putScheme({ id, name: organizationName, version: '1', licence: 'own', attribution: null });
    const labels = [{ text: label, norm, kind: 'pref' }];
    await putSkills(id, [{ id: uri, label, area: null, labels, sameAs: [], broader: null }]);
    const made = await findInScheme(id, uri);
    if (!made) throw new Error('a skill was stored and is not there');
    return { ...made, own: true };
  });
}
