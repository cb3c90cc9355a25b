import { getTranslations } from 'next-intl/server';
import { findHouse } from '#app/hire/house.ts';
import { PageHead } from '#app/ui/base/page-head.tsx';

export type SettingsTab = 'organization' | 'team' | 'policy' | 'audit';

/** The head of the settings: the pages that the role may see. */
export async function SettingsHead({ org, current }: { org: string; current: SettingsTab }) {
  const [t, { rights }] = await Promise.all([
    getTranslations('house.settings'),
    findHouse(org, `/hire/${org}/settings`),
  ]);
  const base = `/hire/${org}/settings`;
  const tabs: { key: SettingsTab; href: string }[] = [
    { key: 'organization', href: base },
    { key: 'team', href: `${base}/team` },
    { key: 'policy', href: `${base}/policy` },
    ...(rights.readAudit ? [{ key: 'audit' as const, href: `${base}/audit` }] : []),
  ];
  const items = tabs.map(({ key, href }) => ({ href, label: t(key), current: key === current }));
  return <PageHead title={t('title')} tabs={{ label: t('pages'), items }} />;
}
