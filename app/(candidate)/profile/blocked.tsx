'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { TextField } from '#app/ui/base/field.tsx';
import { Section } from '#app/ui/base/section.tsx';
import type { ProfileOutput } from '#server/candidates/schemas.ts';
import { useSay } from '../use-say.ts';

function BlockForm() {
  const t = useTranslations('candidate.profile');
  const trpc = useTRPC();
  const { done } = useSay();
  const [slug, setSlug] = useState('');
  const [error, setError] = useState<string>();
  const block = useMutation(
    trpc.profile.block.mutationOptions({
      onSuccess: () => {
        setSlug('');
        done(t('blockedNow'));
      },
      onError: (refusal) => setError([refusal.message, refusal.data?.hint].filter(Boolean).join(' ')),
    }),
  );
  return (
    <form
      className="stack-2"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const name = slug.trim().toLowerCase();
        setError(name === '' ? t('blockEmpty') : undefined);
        if (name === '') document.getElementById('block')?.focus();
        else block.mutate({ slug: name });
      }}
    >
      <TextField
        id="block"
        label={t('block')}
        hint={t('blockHint')}
        width="18rem"
        maxLength={40}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={slug}
        error={error}
        onChange={(event) => setSlug(event.target.value)}
      />
      <Button type="submit">{t('blockDo')}</Button>
    </form>
  );
}

/** Employers who must never find this person. */
export function Blocked({ blocked }: { blocked: ProfileOutput['blocked'] }) {
  const t = useTranslations('candidate.profile');
  const trpc = useTRPC();
  const { done, failed } = useSay();
  const unblock = useMutation(trpc.profile.unblock.mutationOptions({ onError: failed }));
  return (
    <Section title={t('blocked')}>
      <p className="sm soft">{t('blockedHelp')}</p>
      {blocked.length === 0 && <p className="sm quiet">{t('blockedNone')}</p>}
      <ul className="stack-1">
        {blocked.map(({ organizationId, name }) => (
          <li key={organizationId} className="row">
            <span className="sm strong">{name}</span>
            <Button
              size="sm"
              bare
              onClick={() =>
                unblock.mutate({ organizationId }, { onSuccess: () => done(t('unblocked', { name })) })
              }
            >
              {t('unblock', { name })}
            </Button>
          </li>
        ))}
      </ul>
      <BlockForm />
    </Section>
  );
}
