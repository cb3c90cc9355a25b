import Link from 'next/link';
import type { ComponentProps, MouseEventHandler, ReactNode } from 'react';

type AppLinkProps = Omit<ComponentProps<'a'>, 'href' | 'onClick' | 'onMouseEnter' | 'onTouchStart'> & {
  href: string;
  onClick?: MouseEventHandler<HTMLAnchorElement>;
  children?: ReactNode;
};

/**
 * A link. Inside the house it navigates without a page load; nothing is fetched ahead, because every page
 * is rendered for its reader. Elsewhere it tells the other site nothing.
 */
export function AppLink({ href, children, ...rest }: AppLinkProps) {
  if (/^[a-z][a-z0-9+.-]*:/i.test(href)) {
    return (
      <a href={href} rel="noopener noreferrer" {...rest}>
        {children}
      </a>
    );
  }
  return (
    <Link href={href} prefetch={false} {...rest}>
      {children}
    </Link>
  );
}
