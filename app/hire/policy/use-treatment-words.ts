import { useTranslations } from 'next-intl';
import type { Treatment } from '#server/organizations/schemas.ts';

/** A rule in words: "counts × 0.8, from evidence 3 marked exam". */
export function useTreatmentWords(): (rule: Treatment) => string {
  const t = useTranslations('policy.rule');
  const tierWord = useTranslations('ui.tier');
  return ({ effect, weight, minTier: tier }) => {
    if (effect === 'refuse' || weight === 0) return t('refuse');
    const values = { factor: weight / 100, tier, word: tierWord(String(tier)) };
    if (weight === 100) return tier === 0 ? t('full') : t('tier', values);
    return tier === 0 ? t('weight', values) : t('both', values);
  };
}
