'use client';

import { useQuery } from '@tanstack/react-query';
import { Bell as BellIcon } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Popover } from 'radix-ui';
import { useId, useState } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { LoadingRows } from '#app/ui/base/loading-rows.tsx';
import { Note } from '#app/ui/base/note.tsx';
import type { UnreadOutput } from '#server/notifications/schemas.ts';
import { NoticeList } from './notice-list.tsx';
import { useReading, useUnread } from './use-notices.ts';

const shown = 10;

/** What the open bell holds: loading, a fault, nothing, or the newest news. */
function Latest({ all, close }: { all: string; close: () => void }) {
  const t = useTranslations('notices');
  const trpc = useTRPC();
  const titleId = useId();
  const latest = useQuery(trpc.notifications.list.queryOptions({ take: shown }, { staleTime: 0 }));
  const { read, readAll, failed } = useReading();
  const items = latest.data?.items ?? [];
  const isAnyNew = items.some((notice) => notice.readAt === null);
  return (
    <section aria-labelledby={titleId}>
      <header className="row between">
        <h2 id={titleId} className="text-base">
          {t('title')}
        </h2>
        {isAnyNew && (
          <Button size="sm" bare onClick={() => readAll(items)}>
            {t('readAll')}
          </Button>
        )}
      </header>
      {failed && (
        <Note tone="bad" live>
          <p>{t('readAllFailed')}</p>
        </Note>
      )}
      {latest.isPending && <LoadingRows rows={3} />}
      {latest.isError && (
        <Note tone="bad" live>
          <p>{t('failed')}</p>
          <Button size="sm" onClick={() => void latest.refetch()}>
            {t('again')}
          </Button>
        </Note>
      )}
      {latest.data && items.length === 0 && (
        <div className="stack-1 py-4">
          <p className="strong">{t('empty')}</p>
          <p className="soft t13">{t('emptyText')}</p>
        </div>
      )}
      <NoticeList
        notices={items}
        heading="h3"
        onOpen={(notice) => {
          read(notice);
          close();
        }}
      />
      <p className="all">
        <AppLink href={all} onClick={close}>
          {t('all')}
        </AppLink>
      </p>
    </section>
  );
}

/**
 * The bell of a shell: how much is new, and the newest of it when pressed. `all` is the address of the whole list;
 * `inRail` draws it as a line of the rail.
 */
export function Bell({
  unread: initial,
  all,
  inRail = false,
}: {
  unread: UnreadOutput;
  all: string;
  inRail?: boolean;
}) {
  const t = useTranslations('notices');
  const [open, setOpen] = useState(false);
  const { unread, more } = useUnread(initial);
  const count = more ? t('many', { unread }) : unread;
  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Popover.Trigger asChild>
        <button type="button" className={inRail ? 'item' : 'iconbtn'}>
          <BellIcon className="ic" aria-hidden />
          {/* Named by what it shows, in its order: who speaks to a computer says the words that they see. */}
          <span className={inRail ? undefined : 'sr-only'}>{t('title')}</span>
          {unread > 0 && (
            <>
              {' '}
              <span className={inRail ? 'count' : 'dot'}>{count}</span>
              <span className="sr-only"> {t('new')}</span>
            </>
          )}
        </button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className="menu pop bell"
          aria-label={t('list')}
          align={inRail ? 'start' : 'end'}
          side={inRail ? 'right' : 'bottom'}
          sideOffset={4}
          collisionPadding={8}
        >
          <Latest all={all} close={() => setOpen(false)} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
