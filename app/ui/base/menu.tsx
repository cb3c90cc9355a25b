'use client';

import Link from 'next/link';
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';

/** A button that opens a list of things to do. `trigger` must be one button. */
export function Menu({
  trigger,
  align = 'start',
  children,
}: {
  trigger: ReactNode;
  align?: 'start' | 'end';
  children: ReactNode;
}) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu pop" align={align} sideOffset={4} collisionPadding={8}>
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** One thing to do: `href` goes there, `onSelect` does it. `hint` at the end, a key as a rule. */
export function MenuItem({
  href,
  onSelect,
  stop = false,
  icon,
  hint,
  children,
}: {
  href?: string;
  onSelect?: () => void;
  stop?: boolean;
  icon?: ReactNode;
  hint?: ReactNode;
  children: ReactNode;
}) {
  const look = stop ? 'mi stop' : 'mi';
  const body = (
    <>
      {icon}
      {children}
      {hint !== undefined && <span className="end">{hint}</span>}
    </>
  );
  if (href !== undefined) {
    return (
      <DropdownMenu.Item className={look} asChild>
        <Link href={href} prefetch={false}>
          {body}
        </Link>
      </DropdownMenu.Item>
    );
  }
  return (
    <DropdownMenu.Item className={look} onSelect={() => onSelect?.()}>
      {body}
    </DropdownMenu.Item>
  );
}

/** A heading over the items that follow. */
export function MenuHead({ children }: { children: ReactNode }) {
  return <DropdownMenu.Label className="mh">{children}</DropdownMenu.Label>;
}

/** A line between groups. */
export function MenuLine() {
  return <DropdownMenu.Separator className="sep" />;
}
