'use client';

import { WifiOff } from 'lucide-react';
import { useFormatter, useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { keepPages } from './kept-pages.ts';

/** Says that the network is away, since when, and what that means; nothing while it is there. */
export function OfflineLine() {
  const t = useTranslations('ui.offline');
  const format = useFormatter();
  const [since, setSince] = useState<Date | null>(null);
  useEffect(() => {
    const look = () => setSince((before) => (navigator.onLine ? null : (before ?? new Date())));
    look();
    if (process.env.NODE_ENV === 'production') keepPages();
    window.addEventListener('online', look);
    window.addEventListener('offline', look);
    return () => {
      window.removeEventListener('online', look);
      window.removeEventListener('offline', look);
    };
  }, []);
  return (
    <div role="status" className="noprint">
      {since !== null && (
        <p className="offline">
          <WifiOff className="ic" aria-hidden />
          {t('line', { time: format.dateTime(since, { hour: '2-digit', minute: '2-digit' }) })}
        </p>
      )}
    </div>
  );
}
