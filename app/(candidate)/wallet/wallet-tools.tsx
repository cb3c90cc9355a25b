'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { SegmentedLinks } from '#app/ui/base/segmented.tsx';
import type { WalletOverviewOutput } from '#server/credentials/schemas.ts';
import { hrefOf, kinds, sorts, type WalletView } from './wallet-view.ts';

const words = { attention: 'sortAttention', newest: 'sortNewest', issuer: 'sortIssuer' } as const;

/** Kind and order of the rows; both live in the address. */
export function WalletTools({ overview, view }: { overview: WalletOverviewOutput; view: WalletView }) {
  const t = useTranslations('candidate.wallet');
  const router = useRouter();
  const counts = new Map(overview.kinds.map((row) => [row.kind, row.counting + row.others]));
  const count = (kind: (typeof kinds)[number]) => counts.get(kind) ?? 0;
  const present = kinds.filter((kind) => count(kind) > 0);
  return (
    <div className="row between gap-3">
      <SegmentedLinks
        label={t('show')}
        items={[
          {
            href: hrefOf({ ...view, kind: null }),
            label: t('showAll', { count: kinds.reduce((sum, kind) => sum + count(kind), 0) }),
            current: view.kind === null,
          },
          ...present.map((kind) => ({
            href: hrefOf({ ...view, kind }),
            label: t('showKind', { kind, count: count(kind) }),
            current: view.kind === kind,
          })),
        ]}
      />
      <label className="row t13 soft">
        {t('sort')}{' '}
        <select
          className="in w-auto"
          value={view.sort}
          onChange={(event) => {
            const sort = sorts.find((known) => known === event.target.value) ?? 'attention';
            router.replace(hrefOf({ ...view, sort }), { scroll: false });
          }}
        >
          {sorts.map((sort) => (
            <option key={sort} value={sort}>
              {t(words[sort])}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
