import { Clock } from 'lucide-react';
import { useFormatter, useNow, useTranslations } from 'next-intl';

/** A day: 14 Jan 2026. `at` is ISO text or a date. */
export function Day({ at }: { at: string | Date }) {
  const format = useFormatter();
  const date = new Date(at);
  return (
    <time className="num" dateTime={date.toISOString()}>
      {format.dateTime(date, { day: 'numeric', month: 'short', year: 'numeric' })}
    </time>
  );
}

/** A day and a time, 24 hours; `seconds` for checks. The zone is named once a page, in the footer. */
export function Moment({ at, seconds = false }: { at: string | Date; seconds?: boolean }) {
  const format = useFormatter();
  const date = new Date(at);
  return (
    <time className="num" dateTime={date.toISOString()}>
      {format.dateTime(date, {
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        hour: '2-digit',
        minute: '2-digit',
        ...(seconds ? { second: '2-digit' } : {}),
      })}
    </time>
  );
}

/** "29 days", beside an end date and never instead of it; nothing when it is further than `within` (60) days. */
export function DaysLeft({ until, within = 60 }: { until: string | Date; within?: number }) {
  const t = useTranslations('ui.time');
  const now = useNow();
  const days = Math.floor((new Date(until).getTime() - now.getTime()) / 86_400_000);
  if (days < 0 || days > within) return null;
  return (
    <span className="tag soon">
      <Clock className="ic" aria-hidden />
      {t('inDays', { days })}
    </span>
  );
}
