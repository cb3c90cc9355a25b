'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from '#app/ui/base/button.tsx';
import { Dialog } from '#app/ui/base/dialog.tsx';

/** The address that a plain click on a link of this site would go to. */
function linkOf(event: MouseEvent): string | null {
  if (event.defaultPrevented || event.button !== 0) return null;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return null;
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.target || link.hasAttribute('download')) return null;
  const to = new URL(link.href, window.location.href);
  if (to.origin !== window.location.origin || to.pathname === window.location.pathname) return null;
  return to.pathname + to.search + to.hash;
}

/**
 * Asks before a link leads away from work that is not saved. `save` is tried first where leaving may save; the page
 * itself guards against closing the window.
 */
export function LeaveGuard({
  isDirty,
  save,
}: {
  isDirty: () => boolean;
  save: (() => Promise<{ ok: boolean }>) | null;
}) {
  const t = useTranslations('hire.leave');
  const router = useRouter();
  const [to, setTo] = useState<string | null>(null);

  useEffect(() => {
    const onClick = (event: MouseEvent) => {
      const address = isDirty() ? linkOf(event) : null;
      if (address === null) return;
      event.preventDefault();
      event.stopPropagation();
      if (save === null) setTo(address);
      else void save().then(({ ok }) => (ok ? router.push(address) : setTo(address)));
    };
    document.addEventListener('click', onClick, true);
    return () => document.removeEventListener('click', onClick, true);
  }, [isDirty, save, router]);

  return (
    <Dialog
      title={t('title')}
      description={t('text')}
      open={to !== null}
      onOpenChange={(open) => !open && setTo(null)}
      actions={
        <>
          <Button onClick={() => setTo(null)}>{t('stay')}</Button>
          <Button tone="stop" onClick={() => to !== null && router.push(to)}>
            {t('leave')}
          </Button>
        </>
      }
    />
  );
}
