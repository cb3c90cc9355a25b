import type { ComponentProps, ReactNode } from 'react';
import { AppLink } from './app-link.tsx';
import { NotYetButton } from './not-yet-button.tsx';

type Look = {
  /** go: the one filled button of a view · plain · stop: cannot be undone. */
  tone?: 'go' | 'plain' | 'stop' | undefined;
  size?: 'm' | 'sm' | undefined;
  bare?: boolean | undefined;
  icon?: ReactNode;
};

function classOf({ tone, size, bare }: Look, more?: string): string {
  return ['btn', tone === 'plain' ? '' : tone, size === 'sm' && 'sm', bare && 'bare', more]
    .filter(Boolean)
    .join(' ');
}

/**
 * A button. With `notYet` (a reason) it is dashed and says that reason when pressed; no button of ours is ever
 * `disabled`.
 */
export function Button({
  tone,
  size,
  bare,
  icon,
  notYet,
  type = 'button',
  className,
  children,
  ...rest
}: Look & { notYet?: string | undefined } & ComponentProps<'button'>) {
  const look = classOf({ tone, size, bare }, className);
  if (notYet !== undefined) {
    return (
      <NotYetButton className={look} reason={notYet}>
        {icon}
        {children}
      </NotYetButton>
    );
  }
  return (
    <button type={type} className={look} {...rest}>
      {icon}
      {children}
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink({
  tone,
  size,
  bare,
  icon,
  className,
  children,
  ...rest
}: Look & ComponentProps<typeof AppLink>) {
  return (
    <AppLink className={classOf({ tone, size, bare }, className)} {...rest}>
      {icon}
      {children}
    </AppLink>
  );
}
