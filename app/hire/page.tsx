import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { findWho, requirePerson } from '#app/(candidate)/who.ts';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Empty } from '#app/ui/base/empty.tsx';
import { PageTitle } from '#app/ui/base/page-head.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { Cell, Row, RowHead, StackTable } from '#app/ui/base/table.tsx';
import { PublicShell } from '#app/ui/shell/public-shell.tsx';
import { api } from '#server/api/caller.ts';
import { CreateOrganization } from './create-organization.tsx';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('hire.start');
  return { title: t('title') };
}

export default async function HirePage() {
  await requirePerson('/hire');
  const [t, role, who, organizations] = await Promise.all([
    getTranslations('hire.start'),
    getTranslations('hire.role'),
    findWho(),
    (await api()).organizations.mine(),
  ]);
  return (
    <PublicShell person={who ?? undefined}>
      <div className="wrap narrow stack-6">
        <PageTitle title={t('title')}>{t('lead')}</PageTitle>
        <Section title={t('yours')}>
          {organizations.length === 0 ? (
            <Empty title={t('none')}>{t('noneText')}</Empty>
          ) : (
            <StackTable label={t('yours')} head={[t('name'), t('role')]}>
              {organizations.map((organization) => (
                <Row key={organization.id}>
                  <RowHead>
                    <AppLink href={`/hire/${organization.slug}/jobs`}>
                      <bdi>{organization.name}</bdi>
                    </AppLink>
                  </RowHead>
                  <Cell label={t('role')}>{role(organization.role)}</Cell>
                </Row>
              ))}
            </StackTable>
          )}
        </Section>
        <Section title={t('create')}>
          <CreateOrganization />
        </Section>
      </div>
    </PublicShell>
  );
}
