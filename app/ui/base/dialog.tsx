'use client';

import { X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useRef } from 'react';

/**
 * For what leaves the house or cannot be undone, and nothing else. `trigger` is one button, or give
 * `open` and `onOpenChange`. `actions` stand last, the one that does it first among them.
 */
export function Dialog({
  title,
  description,
  trigger,
  open,
  onOpenChange,
  wide = false,
  actions,
  children,
}: {
  title: ReactNode;
  description?: ReactNode;
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  wide?: boolean;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const t = useTranslations('ui.dialog');
  const before = useRef<Element | null>(null);
  /** Without a trigger Radix leaves the focus nowhere: it goes back to where it came from, or to the page's beginning. */
  function giveBack(event: Event) {
    if (trigger !== undefined) return;
    event.preventDefault();
    const { current: from } = before;
    const isThere = from instanceof HTMLElement && from.isConnected && from !== document.body;
    (isThere ? from : document.getElementById('main'))?.focus();
  }
  return (
    <Radix.Root
      {...(open === undefined ? {} : { open })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      {trigger !== undefined && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="veil">
          <Radix.Content
            className={wide ? 'dialog wide stack-2' : 'dialog stack-2'}
            onOpenAutoFocus={() => {
              before.current = document.activeElement;
            }}
            onCloseAutoFocus={giveBack}
            {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          >
            <Radix.Title>{title}</Radix.Title>
            {description !== undefined && (
              <Radix.Description className="sm soft">{description}</Radix.Description>
            )}
            {children}
            {actions !== undefined && <div className="acts">{actions}</div>}
            <Radix.Close className="iconbtn shut" aria-label={t('close')}>
              <X className="ic" aria-hidden />
            </Radix.Close>
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Closes the dialog around it; `children` is one button. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Radix.Close asChild>{children}</Radix.Close>;
}
