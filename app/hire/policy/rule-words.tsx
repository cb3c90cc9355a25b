import { useTranslations } from 'next-intl';
import type { Treatment } from '#server/organizations/schemas.ts';
import { useTreatmentWords } from './use-treatment-words.ts';

/** A rule of its own in words; without one the general rules hold. */
export function RuleWords({ rule }: { rule: Treatment | null }) {
  const t = useTranslations('house.issuers');
  const words = useTreatmentWords();
  return rule === null ? <span className="quiet">{t('noRule')}</span> : words(rule);
}
