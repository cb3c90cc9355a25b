'use client';

import { useMutation } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { TextField } from '#app/ui/base/field.tsx';
import { addAddressInput } from '#server/accounts/schemas.ts';
import { useSay } from '../use-say.ts';

/** One field: the address, and the link that confirms it is on its way. */
export function AddAddress() {
  const t = useTranslations('candidate.profile');
  const trpc = useTRPC();
  const { done } = useSay();
  const [address, setAddress] = useState('');
  const [error, setError] = useState<string>();
  const add = useMutation(
    trpc.account.addAddress.mutationOptions({
      onSuccess: (_result, input) => {
        setAddress('');
        done(t('added', { address: input.address }));
      },
      onError: (refusal) => setError(refusal.message),
    }),
  );
  return (
    <form
      className="stack-2"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const input = addAddressInput.safeParse({ address: address.trim() });
        setError(input.success ? undefined : input.error.issues[0]?.message);
        if (input.success) add.mutate(input.data);
        else document.getElementById('new-address')?.focus();
      }}
    >
      <TextField
        id="new-address"
        label={t('add')}
        hint={t('addHint')}
        width="24rem"
        type="email"
        autoComplete="email"
        value={address}
        error={error}
        onChange={(event) => setAddress(event.target.value)}
      />
      <Button type="submit" icon={<Plus className="ic" aria-hidden />}>
        {t('addDo')}
      </Button>
    </form>
  );
}
