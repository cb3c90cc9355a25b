import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { foundOrRefused } from '#app/hire/house.ts';
import { RefusalPage } from '#app/hire/refusal-page.tsx';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { Empty } from '#app/ui/base/empty.tsx';
import { Moment } from '#app/ui/base/moment.tsx';
import { Cell, Row, RowHead, StackTable } from '#app/ui/base/table.tsx';
import { api } from '#server/api/caller.ts';
import type { AuditOutput } from '#server/organizations/schemas.ts';
import { SettingsHead } from '../settings-head.tsx';

/** Actions that the filter offers, in the order of what they are about. */
const actions = [
  'policy.applied',
  'policy.restored',
  'organization.created',
  'organization.updated',
  'member.invited',
  'member.invitation_withdrawn',
  'member.joined',
  'member.role_changed',
  'member.removed',
  'member.left',
  'application.applied',
  'application.moved',
  'application.undone',
  'application.declined',
  'application.withdrawn',
  'application.noted',
  'application.note_removed',
  'application.name_shown',
  'application.notice_sent',
  'application.interview_set',
  'application.interview_changed',
  'application.interview_cancelled',
  'application.contested',
  'application.contest_answered',
  'application.erased',
  'job.created',
  'job.updated',
  'job.published',
  'job.closed',
  'job.closed_itself',
  'job.names_hidden',
  'job.stages_changed',
  'ranking.exported',
] as const;

type Query = Promise<{ action?: string | string[]; cursor?: string | string[] }>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('house.settings');
  return { title: `${t('audit')}, ${t('title')}` };
}

async function Filter({ base, action }: { base: string; action: string | undefined }) {
  const t = await getTranslations('house.audit');
  return (
    <form action={base} className="tools">
      <label htmlFor="audit-action">{t('filter')}</label>
      <select id="audit-action" name="action" className="in" defaultValue={action ?? ''}>
        <option value="">{t('all')}</option>
        {actions.map((each) => (
          <option key={each} value={each}>
            {t(`actions.${each.replace('.', '_')}`)}
          </option>
        ))}
      </select>
      <Button type="submit">{t('show')}</Button>
    </form>
  );
}

async function Entry({ entry }: { entry: AuditOutput['items'][number] }) {
  const t = await getTranslations('house.audit');
  const key = `actions.${entry.action.replace('.', '_')}`;
  const details = Object.entries(entry.details).filter(([, value]) => value !== '' && value !== null);
  return (
    <Row>
      <RowHead>
        <Moment at={entry.at} seconds />
      </RowHead>
      <Cell label={t('actor')}>{entry.actor !== null ? <bdi>{entry.actor}</bdi> : t(`by.${entry.by}`)}</Cell>
      <Cell label={t('action')}>{t.has(key) ? t(key) : <span className="mono">{entry.action}</span>}</Cell>
      <Cell label={t('details')}>
        {details.map(([name, value]) => (
          <span key={name} className="block wrap-anywhere">
            <span className="quiet">{name}</span> <bdi>{String(value)}</bdi>
          </span>
        ))}
        <span className="mono xs quiet wrap-anywhere" dir="ltr">
          {entry.subject}
        </span>
      </Cell>
    </Row>
  );
}

/** Who did what, for owners, recruiters and auditors. */
export default async function AuditPage({
  params,
  searchParams,
}: {
  params: Promise<{ org: string }>;
  searchParams: Query;
}) {
  const [{ org }, query, t, caller] = await Promise.all([
    params,
    searchParams,
    getTranslations('house.audit'),
    api(),
  ]);
  const action = actions.find((each) => each === query.action);
  const cursor = typeof query.cursor === 'string' ? query.cursor : null;
  const base = `/hire/${org}/settings/audit`;
  const page = await foundOrRefused(caller.team.audit({ org, ...(action ? { action } : {}), cursor }));
  if (page.refusal) return <RefusalPage refusal={page.refusal} back={`/hire/${org}/settings`} />;
  const { items, nextCursor } = page.value;
  return (
    <>
      <SettingsHead org={org} current="audit" />
      <Filter base={base} action={action} />
      <div className="hire-body stack">
        <p className="t13 soft">{t('lead')}</p>
        {items.length === 0 ? (
          <Empty title={t('none')}>{t('noneText')}</Empty>
        ) : (
          <StackTable label={t('title')} head={[t('at'), t('actor'), t('action'), t('details')]}>
            {items.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </StackTable>
        )}
        {nextCursor && (
          <p>
            <AppLink href={`${base}?cursor=${nextCursor}${action ? `&action=${action}` : ''}`}>
              {t('older')}
            </AppLink>
          </p>
        )}
      </div>
    </>
  );
}
