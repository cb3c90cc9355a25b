import { Upload } from 'lucide-react';
import { useNow, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { AsOf } from '#app/ui/base/as-of.tsx';
import { ButtonLink } from '#app/ui/base/button.tsx';
import { Empty } from '#app/ui/base/empty.tsx';
import { PageTitle } from '#app/ui/base/page-head.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { Mark, type MarkKind } from '#app/ui/proof/mark.tsx';
import type { StakeOutput } from '#server/applications/schemas.ts';
import type { ProfileOutput } from '#server/candidates/schemas.ts';
import type { WalletOverviewOutput, WalletPageOutput } from '#server/credentials/schemas.ts';
import { EndsSoon } from './ends-soon.tsx';
import { MoreRows } from './more-rows.tsx';
import { RefreshOnReturn } from './refresh-on-return.tsx';
import { SampleWallet } from './sample-wallet.tsx';
import { WalletRow } from './wallet-row.tsx';
import { WalletSide } from './wallet-side.tsx';
import { WalletTools } from './wallet-tools.tsx';
import { hrefOf, type WalletView } from './wallet-view.ts';

type Page = WalletPageOutput;

function Group({
  group,
  title,
  mark,
  total,
  page,
  view,
  children,
}: {
  group: 'counting' | 'others';
  title: string;
  mark: MarkKind;
  total: number;
  page: Page;
  view: WalletView;
  children?: ReactNode;
}) {
  const now = useNow();
  return (
    <Section title={title} mark={<Mark kind={mark} />} count={total} gap={1}>
      {children}
      <ul>
        {page.items.map((credential) => (
          <WalletRow key={credential.id} credential={credential} />
        ))}
      </ul>
      {page.nextCursor !== null && (
        <MoreRows
          key={hrefOf(view)}
          group={group}
          view={view}
          cursor={page.nextCursor}
          remaining={total - page.items.length}
          seen={now.getTime()}
        />
      )}
    </Section>
  );
}

function Groups({ overview, pages, view }: Pick<Content, 'overview' | 'pages' | 'view'>) {
  const t = useTranslations('candidate.wallet');
  const all = totalsOf(overview, null);
  const total = totalsOf(overview, view.kind);
  if (total.counting + total.others === 0) {
    return (
      <p className="soft sm">
        {t.rich('noneOfKind', {
          count: all.counting + all.others,
          all: (words) => <AppLink href="/wallet">{words}</AppLink>,
        })}
      </p>
    );
  }
  return (
    <>
      {(total.counting > 0 || view.kind === null) && (
        <Group
          group="counting"
          title={t('counting')}
          mark={total.counting > 0 ? 'valid' : 'unmet'}
          total={total.counting}
          page={pages.counting}
          view={view}
        >
          {total.counting === 0 && <p className="soft sm py-3">{t('noneCounting')}</p>}
        </Group>
      )}
      {total.others > 0 && (
        <Group
          group="others"
          title={t('others')}
          mark="unmet"
          total={total.others}
          page={pages.others}
          view={view}
        />
      )}
    </>
  );
}

function totalsOf(overview: WalletOverviewOutput, kind: WalletView['kind']) {
  const rows = overview.kinds.filter((row) => kind === null || row.kind === kind);
  const sum = (name: 'counting' | 'others') => rows.reduce((total, row) => total + row[name], 0);
  return { counting: sum('counting'), others: sum('others') };
}

type Content = {
  overview: WalletOverviewOutput;
  pages: { counting: Page; others: Page };
  profile: ProfileOutput;
  stakes: readonly StakeOutput[];
  view: WalletView;
};

/** The wallet: what counts today, what does not and what helps, what it adds up to. */
export function Wallet({ overview, pages, profile, stakes, view }: Content) {
  const t = useTranslations('candidate.wallet');
  const now = useNow();
  const totals = totalsOf(overview, null);
  const total = totals.counting + totals.others;
  return (
    <div className="wrap stack">
      <RefreshOnReturn />
      <AsOf at={now} />
      <PageTitle
        title={t('title')}
        actions={
          <>
            <ButtonLink tone="go" href="/wallet/import" icon={<Upload className="ic" aria-hidden />}>
              {t('add')}
            </ButtonLink>
            <ButtonLink href="/wallet/share">{t('share')}</ButtonLink>
          </>
        }
      >
        {total === 0 ? t('nothing') : t('summary', { total, ...totals })}
      </PageTitle>
      <EndsSoon credentials={overview.endsSoon} stakes={stakes} />
      <div className="two pt-1">
        <div className="stack-6">
          {total === 0 ? (
            <>
              <Empty title={t('emptyTitle')} action={<AppLink href="/verify">{t('emptyLook')}</AppLink>}>
                {t('empty')}
              </Empty>
              <SampleWallet />
            </>
          ) : (
            <>
              <WalletTools overview={overview} view={view} />
              <Groups overview={overview} pages={pages} view={view} />
            </>
          )}
        </div>
        <WalletSide overview={overview} profile={profile} />
      </div>
    </div>
  );
}
