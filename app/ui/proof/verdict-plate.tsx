import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Mark, markOfStanding } from './mark.tsx';
import type { Bound, Verdict } from './shapes.ts';
import { standingOf } from './standing.ts';

/**
 * The answer of a proof or verify page. `title` says what it means, `children` what happens next.
 * Cut corners and tint only for a valid verdict of a bound credential.
 */
export function VerdictPlate({
  verdict,
  bound,
  title,
  heading: Heading = 'h2',
  children,
}: {
  verdict: Verdict;
  bound: Bound;
  title?: ReactNode;
  heading?: 'h1' | 'h2' | 'p';
  children?: ReactNode;
}) {
  const t = useTranslations('ui.plate');
  const standing = standingOf(verdict, bound);
  const look = standing === 'genuine' ? 'foreign' : standing;
  return (
    <div className={`plate ${look}`}>
      <Mark kind={markOfStanding(standing)} size="l" />
      <div>
        <Heading className="ph">{title ?? t(standing)}</Heading>
        {children !== undefined && <div className="sm soft">{children}</div>}
      </div>
    </div>
  );
}
