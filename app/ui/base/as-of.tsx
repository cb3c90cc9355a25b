'use client';

import { useFormatter, useTranslations } from 'next-intl';
import { useEffect } from 'react';

/**
 * While there is no connection each verdict word says of when it is (`data-as-of` on the root, read by the
 * stylesheet); the line of the shell says the rest. `at` is when the page was made.
 */
export function AsOf({ at }: { at: Date }) {
  const t = useTranslations('ui.stale');
  const format = useFormatter();
  const words = t('asOf', { time: format.dateTime(at, { hour: '2-digit', minute: '2-digit' }) });
  useEffect(() => {
    const root = document.documentElement;
    const look = () => {
      if (navigator.onLine) {
        delete root.dataset.asOf;
        return;
      }
      root.style.setProperty('--as-of', JSON.stringify(words));
      root.dataset.asOf = '';
    };
    look();
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
      delete root.dataset.asOf;
      root.style.removeProperty('--as-of');
    };
  }, [words]);
  return null;
}
