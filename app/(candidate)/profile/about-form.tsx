'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'next-intl';
import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { useTRPC } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { ErrorSummary, type FieldError } from '#app/ui/base/error-summary.tsx';
import { TextField } from '#app/ui/base/field.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { type ProfileOutput, updateProfileInput } from '#server/candidates/schemas.ts';
import { useSay } from '../use-say.ts';

type Values = z.input<typeof updateProfileInput>;

const fields = ['displayName', 'headline', 'place'] as const;

/** What employers read beside the proofs. */
export function AboutForm({ profile }: { profile: ProfileOutput }) {
  const t = useTranslations('candidate.profile');
  const trpc = useTRPC();
  const { done, failed } = useSay();
  const { displayName, headline, place, visibility } = profile;
  const { register, handleSubmit, formState } = useForm<Values>({
    resolver: zodResolver(updateProfileInput),
    values: { displayName, headline, place, visibility },
    shouldFocusError: false,
  });
  const update = useMutation(
    trpc.profile.update.mutationOptions({ onSuccess: () => done(t('saved')), onError: failed }),
  );
  const errors = fields.flatMap((name): FieldError[] => {
    const message = formState.errors[name]?.message;
    return message === undefined ? [] : [{ fieldId: `about-${name}`, message }];
  });
  const error = (name: (typeof fields)[number]) => formState.errors[name]?.message;
  const orNull = { setValueAs: (value: string | null) => value?.trim() || null };
  return (
    <Section title={t('about')}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => void handleSubmit((values) => update.mutate(values))(event)}
      >
        {formState.isSubmitted && <ErrorSummary errors={errors} />}
        <TextField
          id="about-displayName"
          label={t('name')}
          autoComplete="name"
          width="28rem"
          error={error('displayName')}
          {...register('displayName')}
        />
        <TextField
          id="about-headline"
          label={t('headline')}
          optional
          error={error('headline')}
          {...register('headline', orNull)}
        />
        <TextField
          id="about-place"
          label={t('place')}
          optional
          autoComplete="address-level2"
          width="18rem"
          error={error('place')}
          {...register('place', orNull)}
        />
        <Button type="submit">{t('save')}</Button>
      </form>
    </Section>
  );
}
