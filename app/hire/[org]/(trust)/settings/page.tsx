import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { findHouse } from '#app/hire/house.ts';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { KeyValue, KeyValues } from '#app/ui/base/kv.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { FactsForm } from './facts-form.tsx';
import { SettingsHead } from './settings-head.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('house.settings');
  return { title: `${t('organization')}, ${t('title')}` };
}

/** The organisation's facts and its promise to answer; owners change them, everybody else reads them with the reason. */
export default async function SettingsPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  const [t, { organization, rights }] = await Promise.all([
    getTranslations('house.facts'),
    findHouse(org, `/hire/${org}/settings`),
  ]);
  const { name, website, answerDays, timeZone, zone } = organization;
  return (
    <>
      <SettingsHead org={org} current="organization" />
      <div className="hire-body hire-narrow">
        <Section title={t('title')} gap={4}>
          {rights.writeHouse ? (
            <FactsForm
              key={`${name} ${website} ${answerDays} ${timeZone}`}
              org={org}
              seen={{ name, website, answerDays, timeZone }}
              zone={zone}
            />
          ) : (
            <>
              <KeyValues>
                <KeyValue term={t('name')}>
                  <bdi>{name}</bdi>
                </KeyValue>
                <KeyValue term={t('website')}>
                  {website === null ? t('noWebsite') : <AppLink href={website}>{website}</AppLink>}
                </KeyValue>
                <KeyValue term={t('answerDays')}>{answerDays ?? t('noPromise')}</KeyValue>
                <KeyValue term={t('timeZone')}>{zone}</KeyValue>
              </KeyValues>
              <p className="t13 soft">
                {t.rich('readOnly', {
                  team: (words) => <AppLink href={`/hire/${org}/settings/team`}>{words}</AppLink>,
                })}
              </p>
            </>
          )}
        </Section>
      </div>
    </>
  );
}
