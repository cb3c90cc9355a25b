import { useFormatter, useNow, useTranslations } from 'next-intl';
import { useId } from 'react';
import { AppLink } from '#app/ui/base/app-link.tsx';
import type { NoticeOutput } from '#server/notifications/schemas.ts';
import { groupByDay } from './group-by-day.ts';
import { NewsText } from './news-text.tsx';

function Item({ notice, onOpen }: { notice: NoticeOutput; onOpen: (notice: NoticeOutput) => void }) {
  const t = useTranslations('notices');
  const format = useFormatter();
  const isNew = notice.readAt === null;
  const newsId = useId();
  return (
    <li className={isNew ? 'notice fresh' : 'notice'}>
      <p id={newsId}>
        {isNew && <span className="vh">{t('unread')}: </span>}
        <NewsText news={notice.news} />
      </p>
      <p className="row">
        <AppLink href={notice.href} aria-describedby={newsId} onClick={() => onOpen(notice)}>
          {t(`action.${notice.news.kind}`)}
        </AppLink>
        <time className="quiet num" dateTime={notice.at.toISOString()}>
          {format.dateTime(notice.at, { hour: '2-digit', minute: '2-digit' })}
        </time>
      </p>
    </li>
  );
}

/** News by the day it came, newest first, each with its one action. */
export function NoticeList({
  notices,
  heading: Heading,
  onOpen,
}: {
  notices: readonly NoticeOutput[];
  heading: 'h2' | 'h3';
  onOpen: (notice: NoticeOutput) => void;
}) {
  const t = useTranslations('notices');
  const format = useFormatter();
  const now = useNow();
  const dayOf = (at: Date) =>
    format.dateTime(at, { day: 'numeric', month: 'short', year: 'numeric', weekday: 'long' });
  return groupByDay(notices, (notice) => dayOf(notice.at)).map(({ day, items }) => {
    const isToday = day === dayOf(now);
    const isYesterday = day === dayOf(new Date(now.getTime() - 86_400_000));
    return (
      <section key={day} className="notices">
        <Heading>{isToday ? t('today') : isYesterday ? t('yesterday') : day}</Heading>
        <ul>
          {items.map((notice) => (
            <Item key={notice.id} notice={notice} onOpen={onOpen} />
          ))}
        </ul>
      </section>
    );
  });
}
