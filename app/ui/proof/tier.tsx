import { useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';

const places = [0, 6, 12, 18, 24] as const;

/**
 * Evidence strength 0–5 as five strokes: earned ones tall, the others stubs. Ink, not green: strength is not truth.
 * `short` writes `4/5` for tables; `href` opens the rule that set it.
 */
export function Tier({
  level,
  short = false,
  href,
}: {
  level: number;
  short?: boolean;
  href?: string | undefined;
}) {
  const t = useTranslations('ui.tier');
  const earned = Math.max(0, Math.min(5, Math.trunc(level)));
  const word = t(String(earned));
  const body = (
    <>
      <svg aria-hidden="true" viewBox="0 0 30 12">
        {places.map((x, index) => (
          <rect
            key={x}
            x={x}
            y={index < earned ? 1 : 10}
            width="4"
            height={index < earned ? 11 : 2}
            fill="currentColor"
          />
        ))}
      </svg>
      <span>
        <span className="vh">{t('hidden')} </span>
        {earned}
        {short ? <span className="quiet">/5</span> : ` ${word}`}
      </span>
    </>
  );
  const title = t('full', { level: earned, word });
  if (href === undefined) {
    return (
      <span className="tier" title={title}>
        {body}
      </span>
    );
  }
  return (
    <AppLink className="tier" title={title} href={href}>
      {body}
    </AppLink>
  );
}
