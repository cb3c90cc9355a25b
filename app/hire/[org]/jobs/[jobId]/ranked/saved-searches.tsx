'use client';

import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Bell, BellOff, Bookmark, Pencil, Trash2 } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { readRefused } from '#app/hire/refused.ts';
import { useTRPC, useTRPCClient } from '#app/trpc/client.tsx';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { TextField } from '#app/ui/base/field.tsx';
import { IconButton } from '#app/ui/base/icon-button.tsx';
import { LoadingRows } from '#app/ui/base/loading-rows.tsx';
import { Popover } from '#app/ui/base/popover.tsx';
import { useToast } from '#app/ui/base/toast.tsx';
import { type SavedSearchOutput, writeListView } from '#server/matching/schemas.ts';
import type { OpenList } from './list-context.ts';

/** Saving, changing and deleting the searches of a list; `trouble` is the sentence of the last refusal. */
function useSearches({ org, jobId, view }: OpenList) {
  const t = useTranslations('hire.saved');
  const trpc = useTRPC();
  const client = useTRPCClient();
  const queries = useQueryClient();
  const toast = useToast();
  const [trouble, setTrouble] = useState<string | null>(null);
  const asked = trpc.searches.list.queryOptions({ org, jobId });

  async function attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      setTrouble(null);
      return true;
    } catch (error) {
      const { code, fields } = readRefused(error);
      const key = `trouble.${code.replace('.', '_')}`;
      setTrouble(fields.name ?? (t.has(key) ? t(key) : t('trouble.failed')));
      return false;
    } finally {
      await queries.invalidateQueries({ queryKey: asked.queryKey });
    }
  }
  const save = (name: string, bell: boolean, query = writeListView(view)) =>
    attempt(() => client.searches.save.mutate({ org, jobId, name, query, bell }));
  return {
    asked,
    trouble,
    save,
    rename: (id: string, name: string) => attempt(() => client.searches.change.mutate({ org, id, name })),
    ring: (id: string, bell: boolean) => attempt(() => client.searches.change.mutate({ org, id, bell })),
    async remove(search: SavedSearchOutput) {
      if (!(await attempt(() => client.searches.remove.mutate({ org, id: search.id })))) return;
      toast.show({
        kind: `search-${search.id}`,
        say: () => t('removed', { name: search.name }),
        undo: () => void save(search.name, search.bell, search.query),
      });
    },
  };
}
type Searches = ReturnType<typeof useSearches>;

function Saved({
  search,
  searches,
  current,
}: {
  search: SavedSearchOutput;
  searches: Searches;
  current: boolean;
}) {
  const t = useTranslations('hire.saved');
  const [renaming, setRenaming] = useState(false);
  const { id, name, bell } = search;
  async function rename(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = String(new FormData(event.currentTarget).get('name') ?? '');
    if (await searches.rename(id, typed)) setRenaming(false);
  }
  if (renaming)
    return (
      <li>
        <form className="saved-form" onSubmit={(event) => void rename(event)}>
          <TextField
            label={t('newName', { name })}
            name="name"
            defaultValue={name}
            maxLength={80}
            autoFocus
          />
          <Button size="sm" type="submit">
            {t('rename')}
          </Button>
        </form>
      </li>
    );
  return (
    <li className="saved">
      <AppLink className="saved-name" href={search.query || '?'} aria-current={current ? 'true' : undefined}>
        <bdi>{name}</bdi>
      </AppLink>
      <IconButton
        label={t('bell', { name })}
        aria-pressed={bell}
        title={t(bell ? 'bellOn' : 'bellOff')}
        onClick={() => void searches.ring(id, !bell)}
      >
        {bell ? <Bell className="ic" aria-hidden /> : <BellOff className="ic quiet" aria-hidden />}
      </IconButton>
      <IconButton label={t('renameName', { name })} onClick={() => setRenaming(true)}>
        <Pencil className="ic" aria-hidden />
      </IconButton>
      <IconButton label={t('removeName', { name })} onClick={() => void searches.remove(search)}>
        <Trash2 className="ic" aria-hidden />
      </IconButton>
    </li>
  );
}

function SaveThis({ searches, onSaved }: { searches: Searches; onSaved: () => void }) {
  const t = useTranslations('hire.saved');
  const [missing, setMissing] = useState(false);
  async function save(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = event.currentTarget;
    const data = new FormData(form);
    const name = String(data.get('name') ?? '').trim();
    setMissing(name === '');
    if (name === '') return;
    if (!(await searches.save(name, data.get('bell') === 'on'))) return;
    form.reset();
    onSaved();
  }
  const error = missing ? t('nameMissing') : (searches.trouble ?? undefined);
  return (
    <form className="saved-form" onSubmit={(event) => void save(event)} noValidate>
      <TextField label={t('name')} hint={t('nameHint')} name="name" maxLength={80} error={error} />
      <label className="check">
        <input type="checkbox" name="bell" defaultChecked />
        <span>
          {t('tell')}
          <span className="block t13 quiet">{t('tellText')}</span>
        </span>
      </label>
      <Button size="sm" tone="go" type="submit">
        {t('save')}
      </Button>
    </form>
  );
}

/** The member's saved searches of this job, and the form that saves what is on show. */
export function SavedSearches({ list }: { list: OpenList }) {
  const t = useTranslations('hire.saved');
  const [open, setOpen] = useState(false);
  const [said, setSaid] = useState('');
  const searches = useSearches(list);
  const saved = useQuery({ ...searches.asked, enabled: open });
  const query = writeListView(list.view);
  return (
    <Popover
      label={t('title')}
      open={open}
      onOpenChange={(next) => {
        setSaid('');
        setOpen(next);
      }}
      trigger={
        <Button size="sm" bare icon={<Bookmark className="ic" aria-hidden />}>
          {t('open')}
        </Button>
      }
    >
      <div className="saved-panel stack-2">
        <h2 className="mh">{t('title')}</h2>
        {saved.isPending && <LoadingRows rows={2} />}
        {saved.isError && <p className="t13 soft">{t('listFailed')}</p>}
        {saved.data?.length === 0 && <p className="t13 soft">{t('none')}</p>}
        <ul>
          {saved.data?.map((search) => (
            <Saved key={search.id} search={search} searches={searches} current={search.query === query} />
          ))}
        </ul>
        <SaveThis searches={searches} onSaved={() => setSaid(t('savedNow'))} />
        <p className="t13 soft" role="status">
          {said}
        </p>
      </div>
    </Popover>
  );
}
