import { inTransaction } from '#server/platform/transaction.ts';
import { normaliseLabel } from './core/normalise-label.ts';
import { type StarterSkill, starterScheme, starterSkills } from './core/starter-scheme.ts';
import { hasScheme, lockSchemes, putScheme, putSkills, type SkillToInstall } from './store.ts';

/** Schemes that the starter scheme points at; only the addresses of concepts are stored, none of their text. */
const linkedSchemes = [
  {
    id: 'esco',
    name: 'ESCO',
    version: 'links only',
    licence: 'Commission Decision 2011/833/EU',
    attribution: 'This service uses the ESCO classification of the European Commission.',
  },
  {
    id: 'onet',
    name: 'O*NET',
    version: 'links only',
    licence: 'CC-BY-4.0',
    attribution: 'Includes addresses of the O*NET database, U.S. Department of Labor.',
  },
  {
    id: 'other',
    name: 'Other vocabularies',
    version: 'links only',
    licence: 'none stated',
    attribution: null,
  },
];

function schemeOf(uri: string): string {
  if (uri.includes('data.europa.eu/esco')) return 'esco';
  return /onet(online|center)\.org/.test(uri) ? 'onet' : 'other';
}

function toInstall(skill: StarterSkill): SkillToInstall {
  const names = [
    { text: skill.label, kind: 'pref' },
    ...skill.synonyms.map((text) => ({ text, kind: 'alt' })),
  ].map((name) => ({ ...name, norm: normaliseLabel(name.text) }));
  const once = new Map(names.reverse().map((name) => [name.norm, name]));
  return {
    id: skill.id,
    label: skill.label,
    area: skill.area,
    labels: [...once.values()],
    sameAs: skill.sameAs.map((id) => ({ schemeId: schemeOf(id), id })),
    broader: skill.broader ?? null,
  };
}

/**
 * Stores the skills that the product ships with, once per version; safe to call at every start and from several
 * processes at once. Returns true when something was installed.
 */
export async function installStarterScheme(): Promise<boolean> {
  const { attribution, ...scheme } = starterScheme;
  if (await hasScheme(scheme.id, scheme.version)) return false;
  return inTransaction(async () => {
    await lockSchemes();
    if (await hasScheme(scheme.id, scheme.version)) return false;
    for (const linked of linkedSchemes) await putScheme(linked);
    // The scheme's row goes in first, since skills point at it; its version is what marks the work as done.
    await putScheme({ ...scheme, attribution });
    await putSkills(scheme.id, starterSkills.map(toInstall));
    return true;
  });
}
