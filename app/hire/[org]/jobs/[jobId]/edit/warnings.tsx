'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#app/ui/base/button.tsx';
import { Section } from '#app/ui/base/section.tsx';
import type { MarketOutput, MendOutput } from '#server/matching/schemas.ts';
import { type Draft, nameOf } from './draft.ts';
import { useFigureWords } from './funnel.tsx';

type Warning = MarketOutput['warnings'][number];

function useMendWords(draft: Draft): (mend: MendOutput) => string {
  const t = useTranslations('hire.warning');
  const figure = useFigureWords();
  return (mend) => {
    switch (mend.kind) {
      case 'level':
        return mend.minLevel === null
          ? t('mend.anyLevel', { gains: figure(mend.gains) })
          : t('mend.level', { level: mend.minLevel, gains: figure(mend.gains) });
      case 'tier':
        return t('mend.tier', { tier: mend.minTier, gains: figure(mend.gains) });
      case 'weight':
        return t('mend.weight', { from: draft.lines[mend.line]?.weight ?? '', to: mend.weight });
      case 'add':
        return t('mend.add', { name: mend.label });
      default:
        return t(`mend.${mend.kind}`);
    }
  };
}

/** What the posting may regret, each with the one press that mends it. Nothing is forbidden. */
export function Warnings({
  draft,
  warnings,
  onMend,
}: {
  draft: Draft;
  warnings: readonly Warning[];
  onMend: (mend: MendOutput) => void;
}) {
  const t = useTranslations('hire.warning');
  const or = useTranslations('hire.market')('or');
  const mendWords = useMendWords(draft);
  return (
    <Section title={t('title', { count: warnings.length })}>
      {warnings.length === 0 ? (
        <p className="t13 soft">{t('none')}</p>
      ) : (
        <ul className="warnings t13">
          {warnings.map(({ code, line, share, mend }) => {
            const about = { name: line === null ? '' : nameOf(draft.lines[line], or), share: share ?? 0 };
            return (
              <li key={`${code} ${line}`}>
                <TriangleAlert className="ic" aria-hidden />
                <div className="stack-1">
                  <p className="strong">{t(`${code}.title`, about)}</p>
                  <p className="soft">{t(`${code}.text`, about)}</p>
                  <Button size="sm" onClick={() => onMend(mend)}>
                    {mendWords(mend)}
                  </Button>
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </Section>
  );
}
