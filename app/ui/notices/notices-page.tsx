import { getTranslations } from 'next-intl/server';
import { api } from '#server/api/caller.ts';
import { readRefusal } from '#server/api/refusal.ts';
import { AllNotices } from './all-notices.tsx';

/** The page `cursor` begins; one that cannot be read is the first. */
async function readPage(cursor: string | null) {
  const caller = await api();
  try {
    return { page: await caller.notifications.list({ cursor, take: 30 }), isFirst: cursor === null };
  } catch (error) {
    if (readRefusal(error)?.kind !== 'bad-input') throw error;
    return { page: await caller.notifications.list({ take: 30 }), isFirst: true };
  }
}

/** All news of the signed-in person, page by page; `base` is the address of this page. */
export async function Notices({ base, cursor }: { base: string; cursor: string | string[] | undefined }) {
  const t = await getTranslations('notices');
  const { page, isFirst } = await readPage(typeof cursor === 'string' ? cursor : null);
  return (
    <>
      <p className="soft">{t('lead')}</p>
      <AllNotices
        key={page.items[0]?.id ?? 'none'}
        items={page.items}
        older={page.nextCursor && `${base}?cursor=${encodeURIComponent(page.nextCursor)}`}
        newest={isFirst ? null : base}
      />
    </>
  );
}
