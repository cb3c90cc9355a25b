'use client';

import { LogOut } from 'lucide-react';
import { signOut } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Initials } from '#app/ui/base/initials.tsx';
import { Menu, MenuHead, MenuItem, MenuLine } from '#app/ui/base/menu.tsx';
import { forgetPages } from './kept-pages.ts';

/** Another place this person works from: their wallet, an organisation they hire for. */
export type Seat = { label: string; href: string };

/** A person's button with where else they may go and the way out. `children` is what the button shows. */
export function AccountMenu({
  name,
  seats = [],
  className = 'who',
  children,
}: {
  name: string;
  seats?: readonly Seat[];
  className?: string;
  children?: ReactNode;
}) {
  const t = useTranslations('ui.nav');
  return (
    <Menu
      align="end"
      trigger={
        <button type="button" className={className}>
          {children ?? (
            <>
              <Initials name={name} />
              <span>{name.split(' ')[0]}</span>
            </>
          )}
          <span className="vh">{t('account')}</span>
        </button>
      }
    >
      <MenuHead>{name}</MenuHead>
      {seats.map((seat) => (
        <MenuItem key={seat.href} href={seat.href}>
          {seat.label}
        </MenuItem>
      ))}
      {seats.length > 0 && <MenuLine />}
      <MenuItem
        icon={<LogOut className="ic" aria-hidden />}
        onSelect={() => void forgetPages().finally(() => signOut({ callbackUrl: '/' }))}
      >
        {t('signOut')}
      </MenuItem>
    </Menu>
  );
}
