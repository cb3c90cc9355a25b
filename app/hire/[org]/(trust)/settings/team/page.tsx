import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { findHouse, found } from '#app/hire/house.ts';
import { KeyValue, KeyValues } from '#app/ui/base/kv.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { api } from '#server/api/caller.ts';
import { roles } from '#server/organizations/schemas.ts';
import { SettingsHead } from '../settings-head.tsx';
import { Invitations } from './invitations.tsx';
import { Members } from './members.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('house.settings');
  return { title: `${t('team')}, ${t('title')}` };
}

/** Who works here; owners invite, change roles and remove, everybody can leave. */
export default async function TeamPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  const [t, role, { organization }, team] = await Promise.all([
    getTranslations('house.team'),
    getTranslations('hire.role'),
    findHouse(org, `/hire/${org}/settings/team`),
    api().then((caller) => found(caller.team.get({ org }))),
  ]);
  return (
    <>
      <SettingsHead org={org} current="team" />
      <div className="hire-body stack-6">
        <Section title={t('title')} gap={4}>
          <Members
            org={org}
            orgName={organization.name}
            members={team.members}
            mayWrite={team.invitations !== null}
          />
          {team.invitations === null && <p className="t13 soft">{t('readOnly')}</p>}
        </Section>
        {team.invitations !== null && <Invitations org={org} invitations={team.invitations} />}
        <Section title={t('mayTitle')}>
          <KeyValues>
            {roles.map((each) => (
              <KeyValue key={each} term={role(each)}>
                {t(`may.${each}`)}
              </KeyValue>
            ))}
          </KeyValues>
        </Section>
      </div>
    </>
  );
}
