'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';

/** Asks again when the person comes back to this tab: from their mail after confirming an address, as a rule. */
export function RefreshOnReturn() {
  const router = useRouter();
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') router.refresh();
    };
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [router]);
  return null;
}
