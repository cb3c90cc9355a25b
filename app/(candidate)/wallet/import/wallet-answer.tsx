'use client';

import { useMutation } from '@tanstack/react-query';
import { Clock } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { TextField } from '#app/ui/base/field.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { responseCodeInput } from '#server/presentations/schemas.ts';

const known = [
  'declined',
  'replayed',
  'malformed',
  'recipient-mismatch',
  'not-asked-for',
  'unmet',
  'expired',
  'revoked',
  'signature',
] as const;

/** What became of a request: being checked, waiting for the code, let in, refused, or never answered. */
export function WalletAnswer({
  standing,
  code,
  onLetIn,
  onAgain,
  onClose,
}: {
  standing: 'checking' | 'answered' | 'done' | 'refused' | 'over';
  code: string | null;
  onLetIn: () => unknown;
  onAgain: () => void;
  onClose: () => void;
}) {
  const t = useTranslations('holder.wallet');
  const reason = known.find((name) => name === code);
  switch (standing) {
    case 'checking':
      return (
        <Note icon={<Clock className="ic" aria-hidden />} live>
          <p>{t('checking')}</p>
        </Note>
      );
    case 'answered':
      return <CodeForm onLetIn={onLetIn} onCancel={onClose} />;
    case 'done':
      return (
        <Note live>
          <p>{t('doneElsewhere')}</p>
          <Button size="sm" onClick={onAgain}>
            {t('again')}
          </Button>
        </Note>
      );
    case 'over':
      return (
        <Note tone="warn" live>
          <p>{t('over')}</p>
          <Button size="sm" onClick={onAgain}>
            {t('again')}
          </Button>
        </Note>
      );
    case 'refused':
      return (
        <Note tone="bad" live>
          <p>
            <b>{t('refused.title')}</b>{' '}
            {reason ? t(`refused.${reason}`) : t('refused.other', { code: code ?? '' })}
          </p>
          <Button size="sm" onClick={onAgain}>
            {t('again')}
          </Button>
        </Note>
      );
  }
}

function CodeForm({ onLetIn, onCancel }: { onLetIn: () => unknown; onCancel: () => void }) {
  const t = useTranslations('holder.wallet');
  const trpc = useTRPC();
  const [code, setCode] = useState('');
  const [error, setError] = useState<string>();
  const finish = useMutation(
    trpc.wallets.finish.mutationOptions({
      onSuccess: () => onLetIn(),
      onError: (refusal) => setError(refusal.message),
    }),
  );
  return (
    <form
      className="stack-2"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const input = responseCodeInput.safeParse({ code });
        setError(input.success ? undefined : input.error.issues[0]?.message);
        if (input.success) finish.mutate(input.data);
        else document.getElementById('wallet-code')?.focus();
      }}
    >
      <p>{t('answered')}</p>
      <TextField
        id="wallet-code"
        label={t('code')}
        hint={t('codeHint')}
        width="12rem"
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        value={code}
        error={error}
        onChange={(event) => setCode(event.target.value)}
      />
      <div className="row">
        <Button tone="go" type="submit">
          {t('codeDo')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
