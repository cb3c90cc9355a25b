'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { CheckField } from '#app/ui/base/field.tsx';
import type { CredentialOutput } from '#server/credentials/schemas.ts';
import { useSay } from '../../use-say.ts';

type Known = Pick<CredentialOutput, 'id' | 'title' | 'bound' | 'publicLink' | 'onProfile'>;

/** Opens a badge's proof to whoever has the address, or closes it; both take effect at once. */
export function LinkSwitch({ credential }: { credential: Known }) {
  const t = useTranslations('share.badge');
  const trpc = useTRPC();
  const { done, failed } = useSay();
  // What was asked for is shown at once, and taken back only when it failed.
  const [asked, setAsked] = useState<boolean | null>(null);
  const share = useMutation(
    trpc.credentials.share.mutationOptions({
      onSuccess: (_result, { publicLink }) => done(t(publicLink ? 'opened' : 'closed')),
      onError: failed,
      onSettled: () => setAsked(null),
    }),
  );
  return (
    <CheckField
      label={<span className="strong">{t('open')}</span>}
      checked={asked ?? credential.publicLink}
      onChange={(event) => {
        setAsked(event.target.checked);
        share.mutate({ id: credential.id, publicLink: event.target.checked });
      }}
    >
      <span className="t13 soft block">{t('openHelp')}</span>
    </CheckField>
  );
}

/** Puts a badge on the holder's public page, or takes it off. */
export function PageSwitch({ credential, label }: { credential: Known; label?: ReactNode }) {
  const t = useTranslations('share.badge');
  const trpc = useTRPC();
  const { done, failed } = useSay();
  const [asked, setAsked] = useState<boolean | null>(null);
  const show = useMutation(
    trpc.credentials.showOnProfile.mutationOptions({
      onSuccess: (_result, { onProfile }) =>
        done(t(onProfile ? 'listed' : 'unlisted', { title: credential.title })),
      onError: failed,
      onSettled: () => setAsked(null),
    }),
  );
  return (
    <CheckField
      label={label ?? <span className="strong">{t('list')}</span>}
      checked={asked ?? credential.onProfile}
      onChange={(event) => {
        setAsked(event.target.checked);
        show.mutate({ id: credential.id, onProfile: event.target.checked });
      }}
    >
      {label === undefined && <span className="t13 soft block">{t('listHelp')}</span>}
    </CheckField>
  );
}
