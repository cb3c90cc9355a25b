import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { findHouse, found } from '#app/hire/house.ts';
import { PolicyDesk } from '#app/hire/policy/policy-desk.tsx';
import { Moment } from '#app/ui/base/moment.tsx';
import { api } from '#server/api/caller.ts';
import type { PolicyVersionOutput } from '#server/organizations/schemas.ts';
import { SettingsHead } from '../settings-head.tsx';
import { History } from './history.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('policy.page');
  return { title: t('title') };
}

async function InForce({ active }: { active: PolicyVersionOutput }) {
  const t = await getTranslations('policy.page');
  const { at, author, version } = active;
  if (at === null) return <p className="strong">{t('none')}</p>;
  return (
    <p className="strong">
      {t.rich('version', {
        version,
        at: () => <Moment at={at} />,
        author: () => (author === null ? t('someone') : <bdi>{author}</bdi>),
      })}
    </p>
  );
}

/** The whole policy as one list, with its history and its file. */
export default async function PolicyPage({
  params,
  searchParams,
}: {
  params: Promise<{ org: string }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
}) {
  const [{ org }, { cursor }, t, caller] = await Promise.all([
    params,
    searchParams,
    getTranslations('policy.page'),
    api(),
  ]);
  const before = typeof cursor === 'string' && /^[1-9]\d{0,8}$/.test(cursor) ? Number(cursor) : null;
  const [active, names, history, { rights }] = await Promise.all([
    found(caller.policy.get({ org })),
    found(caller.policy.names({ org })),
    found(caller.policy.history({ org, cursor: before })),
    findHouse(org, `/hire/${org}/settings/policy`),
  ]);
  return (
    <>
      <SettingsHead org={org} current="policy" />
      <div className="hire-body stack-6">
        <div className="stack-2 prose">
          <p className="soft">{t('lead')}</p>
          <InForce active={active} />
        </div>
        <PolicyDesk
          key={active.version}
          org={org}
          active={active}
          names={names}
          mayWrite={rights.writePolicy}
          mayTry={rights.seeCandidates}
        />
        <History org={org} page={history} />
      </div>
    </>
  );
}
