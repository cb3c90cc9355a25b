'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Count } from '#app/ui/base/figure.tsx';

/** A number of people as words; null = one to four. */
export function useFigureWords(): (value: number | null) => string {
  const t = useTranslations('hire.market');
  return (value) => (value === null ? t('few') : String(value));
}

/** A number of people on the page; null = one to four. */
export function PeopleFigure({ value }: { value: number | null }) {
  const t = useTranslations('hire.market');
  return value === null ? <span className="few">{t('few')}</span> : <Count value={value} />;
}

/** How a number of people narrows, a bar of ink each; the bar of "fewer than 5" is as short as a bar can be. */
export function Funnel({
  rows,
  most,
}: {
  rows: readonly { key: string; label: ReactNode; people: number | null; quiet?: boolean }[];
  most: number | null;
}) {
  const widthOf = (people: number | null) => {
    if (people === 0) return 0;
    return Math.max(2, Math.round(((people ?? 0) / Math.max(most ?? 1, 1)) * 100));
  };
  return (
    <ol className="funnel t13">
      {rows.map(({ key, label, people, quiet }) => (
        <li key={key} className={quiet ? 'quiet' : undefined}>
          <span>{label}</span>
          <i style={{ inlineSize: `${widthOf(people)}%` }} aria-hidden />
          <b className="num">
            <PeopleFigure value={people} />
          </b>
        </li>
      ))}
    </ol>
  );
}
