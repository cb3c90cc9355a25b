'use client';

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { type ProfileOutput, visibilities } from '#server/candidates/schemas.ts';
import { useSay } from '../use-say.ts';

type Visibility = ProfileOutput['visibility'];

/** Who may find the profile; kept at once, with the way back in the toast. */
export function Sight({ profile }: { profile: ProfileOutput }) {
  const t = useTranslations('candidate.profile');
  const words = useTranslations('candidate.visibility');
  const trpc = useTRPC();
  const { done, failed } = useSay();
  const { displayName, headline, place, visibility } = profile;
  // What was asked for is shown at once, and taken back only when it failed.
  const [asked, setAsked] = useState<Visibility | null>(null);
  const update = useMutation(
    trpc.profile.update.mutationOptions({
      onError: (error) => {
        setAsked(null);
        failed(error);
      },
    }),
  );
  const put = (next: Visibility, before: Visibility | null) => {
    setAsked(next);
    update.mutate(
      { displayName, headline, place, visibility: next },
      { onSuccess: () => done(words(next), before === null ? undefined : () => put(before, null)) },
    );
  };
  const shown = asked ?? visibility;
  return (
    <div id="sight">
      <Section title={t('sight')}>
        <fieldset className="grid gap-2">
          <legend className="vh">{t('visibilityLegend')}</legend>
          {visibilities.map((choice) => (
            <label key={choice} className="check">
              <input
                type="radio"
                name="visibility"
                value={choice}
                checked={shown === choice}
                onChange={() => put(choice, visibility)}
              />
              <span>
                <b className="sm">{words(choice)}</b>
                <span className="t13 soft block">{words(`${choice}Help`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
      </Section>
    </div>
  );
}
