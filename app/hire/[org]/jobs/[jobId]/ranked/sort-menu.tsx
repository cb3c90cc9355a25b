'use client';

import { ArrowDownUp, Check } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#app/ui/base/button.tsx';
import { Menu, MenuItem } from '#app/ui/base/menu.tsx';
import { rankingSorts } from '#server/matching/schemas.ts';
import { hrefOf, type OpenList } from './list-context.ts';

/** The orders of a list. Ranks are those of the coverage in each of them. */
export function SortMenu({ list: { view } }: { list: OpenList }) {
  const t = useTranslations('hire.sort');
  return (
    <Menu
      trigger={
        <Button size="sm" bare icon={<ArrowDownUp className="ic" aria-hidden />}>
          {t(view.sort)}
        </Button>
      }
    >
      {rankingSorts.map((sort) => (
        <MenuItem
          key={sort}
          href={hrefOf(view, { sort })}
          hint={sort === view.sort ? <Check className="ic" aria-label={t('current')} /> : undefined}
        >
          {t(sort)}
        </MenuItem>
      ))}
    </Menu>
  );
}
