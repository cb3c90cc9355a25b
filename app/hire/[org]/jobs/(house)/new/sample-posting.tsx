'use client';

import { useTranslations } from 'next-intl';
import { Funnel, PeopleFigure } from '#app/hire/[org]/jobs/[jobId]/edit/funnel.tsx';
import { Section } from '#app/ui/base/section.tsx';
import type { SampleMarketOutput } from '#server/matching/schemas.ts';

/** What an employer sees before typing anything: three skills as a posting would ask them, and the market of today. */
export function SamplePosting({ sample: { lines, market } }: { sample: SampleMarketOutput }) {
  const t = useTranslations('hire.new');
  const words = useTranslations('hire.market');
  const rows = market.funnel.map(({ line, people }, at) => ({
    key: String(line),
    label: words(at === 0 ? 'first' : 'then', { name: lines[line]?.label ?? '' }),
    people,
  }));
  const everything = { key: 'all', label: words('everything'), people: market.all, quiet: true };
  return (
    <Section title={t('sampleTitle')}>
      <p className="t13 soft">{t('sampleText')}</p>
      <ul className="sample-lines">
        {lines.map((line, at) => (
          <li key={line.skillKey}>
            <span className="strong">{line.label}</span>
            <span className={line.must ? 'must' : 'nice'}>{t(line.must ? 'sampleMust' : 'sampleNice')}</span>
            <span className="num">
              <b>
                <PeopleFigure value={market.lines[at] ?? null} />
              </b>{' '}
              <span className="quiet xs">{t('samplePeople')}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className="market-main">
        <b>
          <PeopleFigure value={market.musts} />
        </b>{' '}
        <span>{words('meets', { musts: market.funnel.length })}</span>
      </p>
      <Funnel rows={[...rows, everything]} most={market.funnel[0]?.people ?? market.anything} />
      <p className="t13 quiet">{words('who')}</p>
    </Section>
  );
}
