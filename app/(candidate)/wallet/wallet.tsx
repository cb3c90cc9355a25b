import { Upload } from 'lucide-react';
import { useNow, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { ButtonLink } from '#app/ui/base/button.tsx';
import { Empty } from '#app/ui/base/empty.tsx';
import { PageTitle } from '#app/ui/base/page-head.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { Mark, type MarkKind } from '#app/ui/proof/mark.tsx';
import type { StakeOutput } from '#server/applications/schemas.ts';
import type { ProfileOutput } from '#server/candidates/schemas.ts';
import type { CredentialOutput, WalletOutput } from '#server/credentials/schemas.ts';
import { EndsSoon } from './ends-soon.tsx';
import { RefreshOnReturn } from './refresh-on-return.tsx';
import { WalletRow } from './wallet-row.tsx';
import { WalletSide } from './wallet-side.tsx';
import { WalletTools } from './wallet-tools.tsx';
import { hrefOf, rowsFor, showMore, type WalletView } from './wallet-view.ts';

function Group({
  title,
  mark,
  total,
  rows,
  view,
  children,
}: {
  title: string;
  mark: MarkKind;
  total: number;
  rows: readonly CredentialOutput[];
  view: WalletView;
  children?: ReactNode;
}) {
  const t = useTranslations('candidate.wallet');
  const hidden = rows.length - view.rows;
  return (
    <Section title={title} mark={<Mark kind={mark} />} count={total} gap={1}>
      {children}
      <ul>
        {rows.slice(0, view.rows).map((credential) => (
          <WalletRow key={credential.id} credential={credential} />
        ))}
      </ul>
      {hidden > 0 && (
        <p className="t13 py-3">
          <AppLink href={hrefOf(showMore(view))}>{t('more', { count: hidden })}</AppLink>
        </p>
      )}
    </Section>
  );
}

function Groups({ wallet, view }: { wallet: WalletOutput; view: WalletView }) {
  const t = useTranslations('candidate.wallet');
  const now = useNow();
  const counting = rowsFor(wallet.counting, view, now);
  const others = rowsFor(wallet.others, view, now);
  const total = wallet.counting.length + wallet.others.length;
  if (counting.length + others.length === 0) {
    return (
      <p className="soft sm">
        {t.rich('noneOfKind', { count: total, all: (words) => <AppLink href="/wallet">{words}</AppLink> })}
      </p>
    );
  }
  return (
    <>
      {(counting.length > 0 || view.kind === null) && (
        <Group title={t('counting')} mark="valid" total={counting.length} rows={counting} view={view}>
          {counting.length === 0 && <p className="soft sm py-3">{t('noneCounting')}</p>}
        </Group>
      )}
      {others.length > 0 && (
        <Group title={t('others')} mark="unmet" total={others.length} rows={others} view={view} />
      )}
    </>
  );
}

/** The wallet: what counts today, what does not and what helps, what it adds up to. */
export function Wallet({
  wallet,
  profile,
  stakes,
  view,
}: {
  wallet: WalletOutput;
  profile: ProfileOutput;
  stakes: readonly StakeOutput[];
  view: WalletView;
}) {
  const t = useTranslations('candidate.wallet');
  const counting = wallet.counting.length;
  const others = wallet.others.length;
  const total = counting + others;
  return (
    <div className="wrap stack">
      <RefreshOnReturn />
      <PageTitle
        title={t('title')}
        actions={
          <ButtonLink tone="go" href="/wallet/import" icon={<Upload className="ic" aria-hidden />}>
            {t('add')}
          </ButtonLink>
        }
      >
        {total === 0 ? t('nothing') : t('summary', { total, counting, others })}
      </PageTitle>
      <EndsSoon credentials={wallet.counting} stakes={stakes} />
      <div className="two pt-1">
        <div className="stack-6">
          {total === 0 ? (
            <Empty title={t('emptyTitle')} action={<AppLink href="/verify">{t('emptyLook')}</AppLink>}>
              {t('empty')}
            </Empty>
          ) : (
            <>
              <WalletTools wallet={wallet} view={view} />
              <Groups wallet={wallet} view={view} />
            </>
          )}
        </div>
        <WalletSide wallet={wallet} profile={profile} />
      </div>
    </div>
  );
}
