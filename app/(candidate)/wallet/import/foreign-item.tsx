'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { Button, ButtonLink } from '#app/ui/base/button.tsx';
import type { CredentialOutput } from '#server/credentials/schemas.ts';
import { RemoveDialog } from '../../remove-dialog.tsx';
import styles from './import.module.css';

/** Genuine, but for an address this person has not confirmed: theirs to confirm, or not theirs at all. */
export function ForeignItem({ credential }: { credential: CredentialOutput }) {
  const t = useTranslations('candidate.import');
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [removing, setRemoving] = useState(false);
  const { recipient } = credential;
  const named = recipient?.includes('@') ?? false;
  return (
    <div className="stack-2">
      <p className="sm">
        <b>{named ? t('foreign', { recipient: recipient ?? '' }) : t('foreignUnnamed')}</b> {t('foreignHelp')}
      </p>
      <div className="row">
        <ButtonLink size="sm" href="/profile#addresses">
          {t('confirmAddress')}
        </ButtonLink>
        <Button size="sm" onClick={() => setRemoving(true)}>
          {t('notMine')}
        </Button>
      </div>
      <p className={styles.code} dir="ltr">
        recipient-mismatch
      </p>
      <RemoveDialog
        credential={credential}
        open={removing}
        onOpenChange={setRemoving}
        onRemoved={() => void queries.invalidateQueries({ queryKey: trpc.credentials.imports.queryKey() })}
      />
    </div>
  );
}
