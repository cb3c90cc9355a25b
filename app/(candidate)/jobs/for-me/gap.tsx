import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import { Signed } from '#app/ui/proof/signed.tsx';
import type { CoverageOutput, CoveragePartOutput } from '#server/matching/schemas.ts';

/** So many are named in a row; the job's own page has them all. */
const named = 5;

/** The level held where a lower one than asked counts in part; 0 where none does. */
function heldLevel({ pieces }: CoveragePartOutput): number {
  const piece = pieces.find(({ code }) => code === 'level-below' || code === 'level-not-stated');
  return Number(piece?.params.level ?? piece?.params.countsAs ?? 0);
}

function Lack({ part }: { part: CoveragePartOutput }) {
  const t = useTranslations('matches');
  const isWeak = part.pieces.some((piece) => piece.code === 'tier-too-low');
  return t.rich('lack', {
    label: () => <bdi>{part.label}</bdi>,
    level: part.minLevel ?? 0,
    held: heldLevel(part),
    why: isWeak ? 'weak' : part.status === 'partly' ? 'partly' : 'none',
    must: String(part.must),
  });
}

/** What waits for an answer: the credential that would prove it. */
function Waits({ part }: { part: CoveragePartOutput }) {
  const t = useTranslations('matches');
  const { proof } = part;
  if (!proof) return t.rich('waitsUnnamed', { label: () => <bdi>{part.label}</bdi> });
  const title: ReactNode = proof.signed ? <Signed when>{proof.title}</Signed> : <bdi>{proof.title}</bdi>;
  return t.rich('waits', { title: () => title });
}

/** What is missing to all points, in words; must-haves first, as in the bar. */
export function Gap({ coverage }: { coverage: CoverageOutput }) {
  const t = useTranslations('matches');
  if (coverage.kind === 'no-score') return null;
  const lacking = coverage.parts.filter((part) => part.status === 'unmet' || part.status === 'partly');
  const waiting = coverage.parts.filter((part) => part.status === 'unknown');
  const shown = lacking.slice(0, named);
  return (
    <p className="t13 soft">
      <b className="text-ink">{t('gap')}</b>{' '}
      {lacking.length === 0 && waiting.length === 0 && t('lacksNothing')}
      {shown.map((part, index) => (
        <Fragment key={part.requirementId}>
          {index > 0 && '; '}
          <Lack part={part} />
        </Fragment>
      ))}
      {lacking.length > named && <>; {t('andMore', { count: lacking.length - named })}</>}
      {lacking.length === 0 && waiting.length > 0 && <>{t('lacksNothingBut')} </>}
      {waiting.map((part, index) => (
        <Fragment key={part.requirementId}>
          {(index > 0 || lacking.length > 0) && '; '}
          <Waits part={part} />
        </Fragment>
      ))}
    </p>
  );
}
