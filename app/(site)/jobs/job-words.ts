/** Facts of a job in words: place, pay, contract. Used by the board and by the job's page. */
import { useFormatter, useTranslations } from 'next-intl';
import type { PublicJobRowOutput } from '#server/jobs/schemas.ts';

type Pay = Pick<PublicJobRowOutput, 'payMin' | 'payMax' | 'payCurrency' | 'payPeriod'>;

/** "Remote, Europe", "Lisbon, partly from home". */
export function usePlaceWords() {
  const t = useTranslations('site.place');
  return ({ workplace, place }: Pick<PublicJobRowOutput, 'workplace' | 'place'>): string => {
    if (workplace === 'remote') return place ? t('remote', { place }) : t('remoteAnywhere');
    return place ? t(workplace, { place }) : t('notStated');
  };
}

/** Whole amounts, grouped by a thin space as everywhere in our English: €62 000. */
function useAmount() {
  const format = useFormatter();
  return (value: number, currency: string): string =>
    format
      .number(value, {
        style: 'currency',
        currency,
        currencyDisplay: 'narrowSymbol',
        maximumFractionDigits: 0,
      })
      .replaceAll(',', '\u202f');
}

/**
 * Pay with its period: "€62 000 to €78 000 a year"; `dense` for rows: "€62 000–78 000 a year". Null when the
 * employer does not state it.
 */
export function usePayWords() {
  const t = useTranslations('site.pay');
  const amount = useAmount();
  return ({ payMin, payMax, payCurrency, payPeriod }: Pay, dense = false): string | null => {
    if (!payCurrency || !payPeriod || (payMin === null && payMax === null)) return null;
    const [min, max] = [payMin, payMax].map((value) => (value === null ? '' : amount(value, payCurrency)));
    let words = payMin === null ? t('upTo', { max: max ?? '' }) : t('from', { min: min ?? '' });
    if (payMin !== null && payMax !== null) {
      if (payMin === payMax) words = min ?? '';
      else if (dense) words = `${min}–${(max ?? '').replace(/^[^\d]+/, '')}`;
      else words = t('range', { min: min ?? '', max: max ?? '' });
    }
    return t(payPeriod, { amount: words });
  };
}

/** Days since, as words under a week and null from then on. */
export function useAge() {
  const t = useTranslations('site.when');
  return (at: Date, now: Date): string | null => {
    const days = Math.floor(now.getTime() / 86_400_000) - Math.floor(at.getTime() / 86_400_000);
    if (days <= 0) return t('today');
    if (days === 1) return t('yesterday');
    return days < 7 ? t('days', { days }) : null;
  };
}
