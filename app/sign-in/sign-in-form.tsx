'use client';

import { useRouter } from 'next/navigation';
import { signIn } from 'next-auth/react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#app/ui/base/button.tsx';
import { ErrorSummary, type FieldError } from '#app/ui/base/error-summary.tsx';
import { TextField } from '#app/ui/base/field.tsx';
import { isAddress } from '#app/ui/base/is-address.ts';
import { Note } from '#app/ui/base/note.tsx';

function MailForm({ to }: { to: string }) {
  const t = useTranslations('signin');
  const router = useRouter();
  const [email, setEmail] = useState('');
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [state, setState] = useState<'idle' | 'sending' | 'failed'>('idle');
  const send = async () => {
    if (!isAddress(email.trim())) return setErrors([{ fieldId: 'email', message: t('emailWrong') }]);
    setErrors([]);
    setState('sending');
    const answer = await signIn('email', { email: email.trim(), callbackUrl: to, redirect: false }).catch(
      () => undefined,
    );
    if (answer?.ok && !answer.error) router.push('/sign-in/sent');
    else setState('failed');
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (state !== 'sending') void send();
      }}
    >
      <ErrorSummary errors={errors} />
      {state === 'failed' && (
        <Note tone="bad" live>
          {t('failed')}
        </Note>
      )}
      <TextField
        id="email"
        label={t('email')}
        hint={t('emailHint')}
        type="email"
        autoComplete="email"
        value={email}
        error={errors[0]?.message}
        onChange={(event) => setEmail(event.target.value)}
      />
      <Button tone="go" type="submit" className="w-full">
        {t(state === 'sending' ? 'sending' : 'send')}
      </Button>
    </form>
  );
}

/** The ways in that this installation has: a mailed link, other houses' sign-ins. */
export function SignInForm({
  to,
  mail,
  others,
}: {
  to: string;
  mail: boolean;
  others: readonly { id: string; name: string }[];
}) {
  const t = useTranslations('signin');
  return (
    <>
      {mail ? <MailForm to={to} /> : <p className="soft">{t('noMail')}</p>}
      {others.length > 0 && (
        <div className="stack-2">
          {others.map(({ id, name }) => (
            <Button key={id} className="w-full" onClick={() => void signIn(id, { callbackUrl: to })}>
              {t('with', { provider: name })}
            </Button>
          ))}
        </div>
      )}
    </>
  );
}
