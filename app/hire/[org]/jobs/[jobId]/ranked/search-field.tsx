'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type RefObject, useEffect } from 'react';
import { IconButton } from '#app/ui/base/icon-button.tsx';
import { Kbd } from '#app/ui/base/kbd.tsx';
import { hrefOf, type OpenList } from './list-context.ts';

/** Looks for words in what people showed to this employer; an empty field shows everybody again. */
export function SearchField({
  list: { view },
  field,
  onLeave,
}: {
  list: OpenList;
  field: RefObject<HTMLInputElement | null>;
  /** Back to the list. */
  onLeave: () => void;
}) {
  const t = useTranslations('hire.search');
  const router = useRouter();
  const { words } = view.filter;
  // The field stays while the list changes, so that the focus stays in it.
  useEffect(() => {
    if (field.current) field.current.value = words;
  }, [field, words]);
  return (
    <search>
      <form
        className="list-search"
        onSubmit={(event) => {
          event.preventDefault();
          const typed = String(new FormData(event.currentTarget).get('q') ?? '').trim();
          router.push(hrefOf(view, { filter: { ...view.filter, words: typed } }));
        }}
      >
        <label className="vh" htmlFor="list-search">
          {t('label')}
        </label>
        <input
          ref={field}
          id="list-search"
          className="in"
          type="search"
          name="q"
          maxLength={200}
          defaultValue={words}
          title={t('hint')}
          onKeyDown={(event) => {
            if (event.key !== 'Escape' && event.key !== 'ArrowDown') return;
            event.preventDefault();
            onLeave();
          }}
        />
        <Kbd>/</Kbd>
        <IconButton label={t('go')} type="submit">
          <Search className="ic" aria-hidden />
        </IconButton>
      </form>
    </search>
  );
}
