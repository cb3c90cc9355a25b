'use client';

import { RotateCw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { Button } from '#app/ui/base/button.tsx';

/** Asks the server for the page again; what is on show stays until the answer is there. */
export function LookAgain() {
  const t = useTranslations('demo');
  const router = useRouter();
  const [waiting, startTransition] = useTransition();
  return (
    <Button
      size="sm"
      icon={<RotateCw className="ic" aria-hidden />}
      aria-busy={waiting || undefined}
      onClick={() => startTransition(() => router.refresh())}
    >
      {t('refresh')}
    </Button>
  );
}
