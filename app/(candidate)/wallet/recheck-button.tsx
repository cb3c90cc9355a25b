'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#app/ui/base/button.tsx';
import { useToast } from '#app/ui/base/toast.tsx';
import type { CredentialOutput } from '#server/credentials/schemas.ts';
import { useRecheck } from '../use-recheck.ts';

/** Asks the issuer again, now. */
export function RecheckButton({ credential }: { credential: CredentialOutput }) {
  const t = useTranslations('candidate.actions');
  const toast = useToast();
  const { busy, recheck } = useRecheck(credential, (words) =>
    toast.show({ kind: 'recheck', say: () => words }),
  );
  return (
    <Button size="sm" aria-disabled={busy || undefined} onClick={recheck}>
      {busy ? t('rechecking') : t('recheck')}
    </Button>
  );
}
