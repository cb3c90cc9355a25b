import { useTranslations } from 'next-intl';
import { Mark, markOfStanding } from './mark.tsx';
import type { Bound, Verdict as VerdictName } from './shapes.ts';
import { standingOf, verdictWordKey } from './standing.ts';

/**
 * Mark and word of a verdict. `code` gives the reason its own word ("Revoked"), `word` overrules both.
 * Struck only for a valid verdict of a bound credential; the caller cannot ask for it otherwise.
 */
export function Verdict({
  verdict,
  bound,
  code,
  word,
  size = 's',
}: {
  verdict: VerdictName;
  bound: Bound;
  code?: string | null | undefined;
  word?: string | undefined;
  size?: 's' | 'm';
}) {
  const t = useTranslations('ui.verdict');
  const standing = standingOf(verdict, bound);
  const look = standing === 'genuine' ? 'foreign' : standing;
  return (
    <span className={size === 'm' ? `verd big ${look}` : `verd ${look}`}>
      <Mark kind={markOfStanding(standing)} size={size} />
      {word ?? t(verdictWordKey(standing, code))}
    </span>
  );
}

/** "Stated": somebody says so and nothing proves it. */
export function StatedVerdict({ word }: { word?: string | undefined }) {
  const t = useTranslations('ui.verdict');
  return (
    <span className="verd stated">
      <Mark kind="stated" />
      {word ?? t('stated')}
    </span>
  );
}
