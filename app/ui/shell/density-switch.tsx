'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { SegmentedRadio } from '#app/ui/base/segmented.tsx';
import { type Density, densityCookie } from './density.ts';

/** Compact or comfortable rows; kept in a cookie, so that the server draws the next page right at once. */
export function DensitySwitch({ density }: { density: Density }) {
  const t = useTranslations('ui.density');
  const router = useRouter();
  return (
    <SegmentedRadio
      legend={t('label')}
      legendHidden
      name="density"
      options={[
        { value: 'compact', label: t('compact') },
        { value: 'comfortable', label: t('comfortable') },
      ]}
      value={density}
      radio={{
        onChange: (event) => {
          const year = 31_536_000;
          // biome-ignore lint/suspicious/noDocumentCookie: a preference the server has to read, nothing else
          document.cookie = `${densityCookie}=${event.currentTarget.value}; path=/; max-age=${year}; samesite=lax`;
          router.refresh();
        },
      }}
    />
  );
}
