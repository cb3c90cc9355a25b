'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { Empty } from '#app/ui/base/empty.tsx';
import { Note } from '#app/ui/base/note.tsx';
import type { NoticeOutput } from '#server/notifications/schemas.ts';
import { NoticeList } from './notice-list.tsx';
import { useReading } from './use-notices.ts';

/** A page of news with ways to go on; what is marked as read shows at once. */
export function AllNotices({
  items,
  older,
  newest,
}: {
  items: readonly NoticeOutput[];
  /** Address of the next page, and of the first one when this is not it. */
  older: string | null;
  newest: string | null;
}) {
  const t = useTranslations('notices');
  const router = useRouter();
  const { read, readAll, failed } = useReading();
  const [isRead, setRead] = useState(false);
  const shown = isRead ? items.map((notice) => ({ ...notice, readAt: notice.readAt ?? notice.at })) : items;
  if (items.length === 0) {
    return newest === null ? (
      <Empty title={t('empty')}>{t('emptyText')}</Empty>
    ) : (
      <Empty title={t('emptyPage')} action={<AppLink href={newest}>{t('newest')}</AppLink>} />
    );
  }
  const finish = () => {
    setRead(true);
    router.refresh();
  };
  return (
    <div className="stack">
      {shown.some((notice) => notice.readAt === null) && (
        <div>
          <Button size="sm" onClick={() => readAll(items, finish)}>
            {t('readAll')}
          </Button>
        </div>
      )}
      {failed && (
        <Note tone="bad" live>
          <p>{t('readAllFailed')}</p>
        </Note>
      )}
      <NoticeList notices={shown} heading="h2" onOpen={read} />
      {(older ?? newest) !== null && (
        <p className="row">
          {newest !== null && <AppLink href={newest}>{t('newest')}</AppLink>}
          {older !== null && <AppLink href={older}>{t('older')}</AppLink>}
        </p>
      )}
    </div>
  );
}
