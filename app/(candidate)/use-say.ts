'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useToast } from '#app/ui/base/toast.tsx';

/** Says what was done and shows the page as it is now; says what failed in the server's words. */
export function useSay() {
  const t = useTranslations('candidate');
  const toast = useToast();
  const router = useRouter();
  return {
    done: (words: string, undo?: () => void) => {
      toast.show({ kind: words, say: () => words, undo });
      router.refresh();
    },
    failed: (error: { message: string }) =>
      toast.show({ kind: 'failed', say: () => t('failed', { why: error.message }) }),
  };
}
