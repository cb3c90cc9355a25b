'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { MailCheck } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { Button, ButtonLink } from '#app/ui/base/button.tsx';
import { TextField } from '#app/ui/base/field.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { addAddressInput } from '#server/accounts/schemas.ts';
import type { CredentialOutput } from '#server/credentials/schemas.ts';
import { RemoveDialog } from '../../remove-dialog.tsx';
import styles from './import.module.css';
import { awaitOwn } from './use-became-own.ts';

/** While the mail is on its way somebody may confirm it on another device: the list is asked again. */
const lookEveryMs = 3_000;

function useLook() {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: trpc.credentials.imports.queryKey() });
}

/** The address in full (pages show it masked), and the mail that confirms it. */
function ConfirmAddress({ credential, onClose }: { credential: CredentialOutput; onClose: () => void }) {
  const t = useTranslations('candidate.import');
  const trpc = useTRPC();
  const look = useLook();
  const [address, setAddress] = useState('');
  const [error, setError] = useState<string>();
  const add = useMutation(
    trpc.account.addAddress.mutationOptions({
      onSuccess: () => awaitOwn(credential.id),
      onError: (refusal) => setError(refusal.message),
    }),
  );
  const { isSuccess } = add;
  const field = `address-${credential.id}`;
  useEffect(() => document.getElementById(field)?.focus(), [field]);
  useEffect(() => {
    if (!isSuccess) return;
    const timer = setInterval(look, lookEveryMs);
    return () => clearInterval(timer);
  });
  if (isSuccess) {
    return (
      <Note icon={<MailCheck className="ic" aria-hidden />} live>
        <p>{t.rich('mailed', { address: () => <bdi>{add.variables.address}</bdi> })}</p>
      </Note>
    );
  }
  return (
    <form
      className="stack-2"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const input = addAddressInput.safeParse({ address: address.trim() });
        setError(input.success ? undefined : input.error.issues[0]?.message);
        if (input.success) add.mutate(input.data);
        else document.getElementById(field)?.focus();
      }}
    >
      <TextField
        id={field}
        label={t('wholeAddress')}
        hint={
          credential.recipient?.includes('@')
            ? t('wholeAddressHint', { recipient: credential.recipient })
            : t('wholeAddressHashed')
        }
        width="24rem"
        type="email"
        autoComplete="email"
        value={address}
        error={error}
        onChange={(event) => setAddress(event.target.value)}
      />
      <div className="row">
        <Button size="sm" type="submit">
          {t('mailMe')}
        </Button>
        <Button size="sm" bare onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Genuine, but for an address this person has not confirmed: theirs to confirm, or not theirs at all. */
export function ForeignItem({ credential }: { credential: CredentialOutput }) {
  const t = useTranslations('candidate.import');
  const look = useLook();
  const [removing, setRemoving] = useState(false);
  const [confirming, setConfirming] = useState(false);
  const { recipient } = credential;
  const named = recipient?.includes('@') ?? false;
  return (
    <div className="stack-2">
      <p className="sm">
        <b>{named ? t('foreign', { recipient: recipient ?? '' }) : t('foreignUnnamed')}</b> {t('foreignHelp')}
      </p>
      {confirming ? (
        <ConfirmAddress credential={credential} onClose={() => setConfirming(false)} />
      ) : (
        <div className="row">
          {recipient?.startsWith('did:') ? (
            <ButtonLink size="sm" href="/profile">
              {t('proveDid')}
            </ButtonLink>
          ) : (
            <Button size="sm" onClick={() => setConfirming(true)}>
              {t('confirmAddress')}
            </Button>
          )}
          <Button size="sm" onClick={() => setRemoving(true)}>
            {t('notMine')}
          </Button>
        </div>
      )}
      <p className={styles.code} dir="ltr">
        recipient-mismatch
      </p>
      <RemoveDialog credential={credential} open={removing} onOpenChange={setRemoving} onRemoved={look} />
    </div>
  );
}
