'use client';

import { useTranslations } from 'next-intl';
import type { FieldErrors, UseFormRegister } from 'react-hook-form';
import { TextArea, TextField } from '#app/ui/base/field.tsx';
import type { ApplyInput } from '#server/applications/schemas.ts';
import styles from './apply.module.css';

export type AboutValues = Pick<ApplyInput, 'displayName' | 'phone' | 'availableFrom' | 'note'>;

/** Name, phone, start, a note: kept for the next application. */
export function AboutYou({
  register,
  errors,
}: {
  register: UseFormRegister<AboutValues>;
  errors: FieldErrors<AboutValues>;
}) {
  const t = useTranslations('candidate.apply');
  return (
    <fieldset className="stack">
      <legend className={styles.legend}>
        <h2>{t('about')}</h2>
      </legend>
      <TextField
        id="apply-displayName"
        label={t('name')}
        autoComplete="name"
        width="28rem"
        error={errors.displayName?.message}
        {...register('displayName')}
      />
      <TextField
        id="apply-phone"
        label={t('phone')}
        hint={t('phoneHint')}
        optional
        type="tel"
        autoComplete="tel"
        width="18rem"
        error={errors.phone?.message}
        {...register('phone')}
      />
      <TextField
        id="apply-availableFrom"
        label={t('start')}
        hint={t('startHint')}
        optional
        width="18rem"
        error={errors.availableFrom?.message}
        {...register('availableFrom')}
      />
      <TextArea
        id="apply-note"
        label={t('note')}
        hint={t('noteHint')}
        optional
        rows={4}
        error={errors.note?.message}
        {...register('note')}
      />
    </fieldset>
  );
}
