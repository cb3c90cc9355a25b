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

const pageSize = 20;
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

/** The first of what was found, and more on request. */
function Found({
  found,
  onRevoke,
  onClear,
}: {
  found: readonly IssuedOutput[];
  onRevoke: (entry: IssuedOutput) => void;
  onClear: () => void;
}) {
  const t = useTranslations('demo.desk');
  const [shown, setShown] = useState(pageSize);
  const rest = found.length - shown;
  if (found.length === 0) {
    return (
      <Empty title={t('none')} action={<Button onClick={onClear}>{t('clear')}</Button>}>
        {t('noneText')}
      </Empty>
    );
  }
  return (
    <>
      <StackTable
        label={t('table')}
        line
        head={[t('credential'), t('recipient'), t('format'), t('issued'), t('standing')]}
      >
        {found.slice(0, shown).map((entry) => (
          <DeskRow key={entry.id} entry={entry} onRevoke={() => onRevoke(entry)} />
        ))}
      </StackTable>
      {rest > 0 && (
        <Button onClick={() => setShown(shown + pageSize)}>
          {t('more', { count: Math.min(rest, pageSize) })}
        </Button>
      )}
    </>
  );
}

/** What the demo's issuers have issued, to search, and to withdraw one by one. */
export function IssuersDesk({ issued }: { issued: readonly IssuedOutput[] }) {
  const t = useTranslations('demo.desk');
  const [filter, setFilter] = useState(unfiltered);
  const [asked, setAsked] = useState<IssuedOutput | null>(null);
  const [done, setDone] = useState<IssuedOutput | null>(null);
  const found = issued.filter((entry) => fits(entry, filter));
  return (
    <div className="stack">
      <DeskFilter issued={issued} filter={filter} onChange={setFilter} />
      <div role="status">
        {done !== null && (
          <Note>
            <p>{t('done', { title: done.title, name: done.recipientName })}</p>
          </Note>
        )}
        <p className="t13 soft pt-2">{t('count', { count: found.length })}</p>
      </div>
      <Found
        key={Object.values(filter).join('\n')}
        found={found}
        onRevoke={setAsked}
        onClear={() => setFilter(unfiltered)}
      />
      <RevokeDialog entry={asked} onClose={() => setAsked(null)} onRevoked={setDone} />
    </div>
  );
}
