'use client';

import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTRPC } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { Note } from '#app/ui/base/note.tsx';

/** Joins at the press of a button and opens the organisation. */
export function JoinButton({ token }: { token: string }) {
  const t = useTranslations('house.join');
  const trpc = useTRPC();
  const router = useRouter();
  const join = useMutation(
    trpc.team.accept.mutationOptions({
      onSuccess: ({ slug }) => router.push(`/hire/${slug}/jobs`),
    }),
  );
  return (
    <>
      {join.isError && (
        <Note tone="bad" live>
          <p>
            <b>{t('failed')}</b>
          </p>
          <p>
            {join.error.message} {join.error.data?.hint}
          </p>
        </Note>
      )}
      <p>
        <Button tone="go" onClick={() => join.mutate({ token })}>
          {t('button')}
        </Button>
      </p>
    </>
  );
}
