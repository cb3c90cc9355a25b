'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { readRefused } from '#app/hire/refused.ts';
import { useToast } from '#app/ui/base/toast.tsx';

/** Does something to the team, says that it is done, or why not. */
export function useTeam() {
  const t = useTranslations('house.team');
  const router = useRouter();
  const toast = useToast();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  async function run(work: () => Promise<unknown>, done: string | null): Promise<boolean> {
    if (busy) return false;
    setBusy(true);
    setTrouble(null);
    try {
      await work();
      if (done) toast.show({ kind: `team-${done}`, say: () => done });
      router.refresh();
      return true;
    } catch (error) {
      const key = `trouble.${readRefused(error).code.replace('.', '_')}`;
      setTrouble(t(t.has(key) ? key : 'trouble.failed'));
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { run, trouble };
}
