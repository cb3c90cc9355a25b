/** Views that are empty, loading, failed or stale; facts, a stacking table, keys, colours. */
import { WifiOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Button, ButtonLink } from '#app/ui/base/button.tsx';
import { Empty } from '#app/ui/base/empty.tsx';
import { Kbd } from '#app/ui/base/kbd.tsx';
import { KeyValue, KeyValues } from '#app/ui/base/kv.tsx';
import { LoadingRows } from '#app/ui/base/loading-rows.tsx';
import { Day, DaysLeft, Moment } from '#app/ui/base/moment.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { Cell, Row, RowHead, StackTable } from '#app/ui/base/table.tsx';
import { SkillChip } from '#app/ui/proof/skill-chip.tsx';
import { colourRoles } from './samples.ts';

export function Empties() {
  const t = useTranslations('kit');
  return (
    <>
      <Section title={t('empty')}>
        <Empty
          title={t('emptyTitle')}
          action={
            <ButtonLink tone="go" href="/wallet/import">
              {t('emptyAction')}
            </ButtonLink>
          }
        >
          {t.rich('emptyText', { link: (words) => <AppLink href="/help/verify">{words}</AppLink> })}
        </Empty>
      </Section>
      <Section title={t('filtered')}>
        <Empty title={t('filteredTitle')} action={<Button>{t('filteredAction')}</Button>}>
          {t('filteredText')}
        </Empty>
      </Section>
      <Section title={t('loading')}>
        <LoadingRows label={t('loadingLabel')} late={t('loadingLate')} />
      </Section>
    </>
  );
}

export function Notes() {
  const t = useTranslations('kit');
  return (
    <>
      <Section title={t('failed')}>
        <Note tone="bad">
          <p>{t.rich('failedText', { b: (words) => <b>{words}</b> })}</p>
          <div className="row">
            <Button size="sm">{t('failedAction')}</Button>
          </div>
        </Note>
      </Section>
      <Section title={t('stale')}>
        <Note tone="warn" icon={<WifiOff className="ic" aria-hidden />}>
          <p>{t.rich('staleText', { b: (words) => <b>{words}</b> })}</p>
        </Note>
      </Section>
    </>
  );
}

export function Facts() {
  const t = useTranslations('kit');
  return (
    <Section title={t('facts')}>
      <KeyValues>
        <KeyValue term={t('factKind')}>Open Badges 3.0</KeyValue>
        <KeyValue term={t('factIssued')}>
          <Day at="2026-01-14T00:00:00Z" />
        </KeyValue>
        <KeyValue term={t('factEnds')}>
          <Day at="2027-01-12T00:00:00Z" /> <DaysLeft until="2027-01-12T00:00:00Z" />
        </KeyValue>
        <KeyValue term={t('factChecked')}>
          <Moment at="2026-11-23T09:12:04Z" seconds />
        </KeyValue>
        <KeyValue term={t('factReport')}>
          <span className="mono">7K4M-Q2XD</span>
        </KeyValue>
      </KeyValues>
    </Section>
  );
}

export function Stacking() {
  const t = useTranslations('kit');
  return (
    <Section title={t('table')}>
      <StackTable label={t('table')} head={[t('colSkill'), t('colLevel'), t('colKnow')]}>
        <Row>
          <RowHead>
            <SkillChip label="Machine learning" state="proven" level={3} />
          </RowHead>
          <Cell label={t('colLevel')}>3</Cell>
          <Cell label={t('colKnow')}>{t('knowExact')}</Cell>
        </Row>
        <Row>
          <RowHead>
            <SkillChip label="Time series forecasting" state="suggestion" />
          </RowHead>
          <Cell label={t('colLevel')} className="quiet">
            –
          </Cell>
          <Cell label={t('colKnow')}>{t('knowGuess')}</Cell>
        </Row>
      </StackTable>
    </Section>
  );
}

const keys = [
  ['J K', 'keyNext'],
  ['Enter', 'keyOpen'],
  ['X', 'keySelect'],
  ['E', 'keyAdvance'],
  ['D', 'keyDecline'],
  ['Z', 'keyUndo'],
] as const;

export function Shortcuts() {
  const t = useTranslations('kit');
  return (
    <Section title={t('shortcuts')} aside={<Kbd>?</Kbd>}>
      <dl className="grid gap-x-5 gap-y-1 text-sm phone:grid-cols-2">
        {keys.map(([key, does]) => (
          <div key={key} className="grid grid-cols-[5rem_1fr]">
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

export function Colours() {
  const t = useTranslations('kit');
  return (
    <Section title={t('colours')} gap={4}>
      <ul className="grid gap-2 grid-cols-3 phone:grid-cols-4 fold:grid-cols-8">
        {colourRoles.map((role) => (
          <li key={role}>
            <i className="block h-9 border border-rule-2" style={{ background: `var(--${role})` }} />
            <code className="mono xs">{role}</code>
          </li>
        ))}
      </ul>
    </Section>
  );
}
