import type { ComponentProps, ReactNode } from 'react';

/** A button that is only an icon; `label` is its name. */
export function IconButton({
  label,
  className,
  children,
  ...rest
}: { label: string; children: ReactNode } & Omit<ComponentProps<'button'>, 'aria-label'>) {
  return (
    <button
      type="button"
      className={className === undefined ? 'iconbtn' : `iconbtn ${className}`}
      aria-label={label}
      {...rest}
    >
      {children}
    </button>
  );
}
