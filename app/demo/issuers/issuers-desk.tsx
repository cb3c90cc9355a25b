'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#app/ui/base/button.tsx';
import { Empty } from '#app/ui/base/empty.tsx';
import { SelectField, TextField } from '#app/ui/base/field.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { StackTable } from '#app/ui/base/table.tsx';
import type { IssuedOutput } from '#server/issuing/schemas.ts';
import { DeskRow } from './desk-row.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';

const pageSize = 40;
const unfiltered = { search: '', issuer: '', state: '' };
type Filter = typeof unfiltered;

function fits(entry: IssuedOutput, { search, issuer, state }: Filter): boolean {
  const words = `${entry.title} ${entry.recipientName}`.toLocaleLowerCase('en');
  return (
    words.includes(search.trim().toLocaleLowerCase('en')) &&
    (issuer === '' || entry.profileSlug === issuer) &&
    (state === '' || (state === 'withdrawn') === (entry.revokedAt !== null))
  );
}

function DeskFilter({
  issued,
  filter,
  onChange,
}: {
  issued: readonly IssuedOutput[];
  filter: Filter;
  onChange: (filter: Filter) => void;
}) {
  const t = useTranslations('demo.desk');
  const issuers = [...new Map(issued.map((entry) => [entry.profileSlug, entry.profileName]))];
  issuers.sort(([, a], [, b]) => a.localeCompare(b, 'en'));
  return (
    <div className="grid gap-3 phone:grid-cols-[minmax(0,2fr)_minmax(0,2fr)_minmax(0,1fr)]">
      <TextField
        label={t('search')}
        type="search"
        autoComplete="off"
        value={filter.search}
        onChange={(event) => onChange({ ...filter, search: event.target.value })}
      />
      <SelectField
        label={t('issuer')}
        value={filter.issuer}
        onChange={(event) => onChange({ ...filter, issuer: event.target.value })}
      >
        <option value="">{t('allIssuers')}</option>
        {issuers.map(([slug, name]) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('state')}
        value={filter.state}
        onChange={(event) => onChange({ ...filter, state: event.target.value })}
      >
        <option value="">{t('all')}</option>
        <option value="standing">{t('standing')}</option>
        <option value="withdrawn">{t('withdrawn')}</option>
      </SelectField>
    </div>
  );
}

/** What the demo's issuers have issued, to search, and to withdraw one by one. */
export function IssuersDesk({ issued }: { issued: readonly IssuedOutput[] }) {
  const t = useTranslations('demo.desk');
  const [filter, setFilter] = useState(unfiltered);
  const [shown, setShown] = useState(pageSize);
  const [asked, setAsked] = useState<IssuedOutput | null>(null);
  const [done, setDone] = useState<IssuedOutput | null>(null);
  const found = issued.filter((entry) => fits(entry, filter));
  const rest = found.length - shown;
  const head = [t('credential'), t('recipient'), t('format'), t('issued'), t('standing'), t('action')];
  return (
    <div className="stack">
      <DeskFilter
        issued={issued}
        filter={filter}
        onChange={(next) => {
          setFilter(next);
          setShown(pageSize);
        }}
      />
      <div role="status">
        {done !== null && (
          <Note>
            <p>{t('done', { title: done.title, name: done.recipientName })}</p>
          </Note>
        )}
        <p className="t13 soft pt-2">{t('count', { count: found.length })}</p>
      </div>
      {found.length === 0 ? (
        <Empty title={t('none')} action={<Button onClick={() => setFilter(unfiltered)}>{t('clear')}</Button>}>
          {t('noneText')}
        </Empty>
      ) : (
        <StackTable label={t('table')} head={head}>
          {found.slice(0, shown).map((entry) => (
            <DeskRow key={entry.id} entry={entry} onRevoke={() => setAsked(entry)} />
          ))}
        </StackTable>
      )}
      {rest > 0 && (
        <Button onClick={() => setShown(shown + pageSize)}>
          {t('more', { count: Math.min(rest, pageSize) })}
        </Button>
      )}
      <RevokeDialog entry={asked} onClose={() => setAsked(null)} onRevoked={setDone} />
    </div>
  );
}
