'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { Section } from '#app/ui/base/section.tsx';
import type { ProfileOutput } from '#server/candidates/schemas.ts';
import { useSay } from '../use-say.ts';

/** Whether mails tell of credentials that end or were withdrawn; kept at once, with the way back in the toast. */
export function Mails({ profile }: { profile: Pick<ProfileOutput, 'noticeMail'> }) {
  const t = useTranslations('candidate.profile');
  const trpc = useTRPC();
  const { done, failed } = useSay();
  const [asked, setAsked] = useState<boolean | null>(null);
  const update = useMutation(
    trpc.profile.setNoticeMail.mutationOptions({
      onError: (error) => {
        setAsked(null);
        failed(error);
      },
    }),
  );
  const put = (noticeMail: boolean, isUndo: boolean) => {
    setAsked(noticeMail);
    const said = t(noticeMail ? 'mailsOn' : 'mailsOff');
    update.mutate(
      { noticeMail },
      { onSuccess: () => done(said, isUndo ? undefined : () => put(!noticeMail, true)) },
    );
  };
  return (
    <div id="mails">
      <Section title={t('mails')}>
        <label className="check">
          <input
            type="checkbox"
            checked={asked ?? profile.noticeMail}
            onChange={(event) => put(event.target.checked, false)}
          />
          <span>
            <b className="sm">{t('mailsNotices')}</b>
            <span className="t13 soft block">{t('mailsNoticesHelp')}</span>
          </span>
        </label>
      </Section>
    </div>
  );
}
