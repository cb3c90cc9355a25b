'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useTRPCClient } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { ErrorSummary } from '#app/ui/base/error-summary.tsx';
import { TextField } from '#app/ui/base/field.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { createOrganizationInput } from '#server/organizations/schemas.ts';
import { readRefused } from './refused.ts';

/** The address that a name suggests: small letters, digits and hyphens. */
function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
}

const fields = ['name', 'slug', 'website', 'answerDays'] as const;
type Field = (typeof fields)[number];
type Values = Record<Field, string>;

function toInput(values: Values) {
  return {
    name: values.name,
    slug: values.slug,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC',
    ...(values.website.trim() ? { website: values.website.trim() } : {}),
    ...(values.answerDays.trim() ? { answerDays: Number(values.answerDays) } : {}),
  };
}

function check(values: Values): Partial<Values> {
  const result = createOrganizationInput.safeParse(toInput(values));
  return Object.fromEntries((result.error?.issues ?? []).map((issue) => [issue.path[0], issue.message]));
}

/** Makes an organisation; the person becomes its owner and is led to its jobs. */
export function CreateOrganization() {
  const t = useTranslations('hire.create');
  const router = useRouter();
  const client = useTRPCClient();
  const [values, setValues] = useState<Values>({ name: '', slug: '', website: '', answerDays: '10' });
  const [errors, setErrors] = useState<Partial<Values>>({});
  const [failed, setFailed] = useState(false);
  const [ownSlug, setOwnSlug] = useState(false);

  const set = (field: Field, value: string) => {
    const next = { ...values, [field]: value };
    if (field === 'name' && !ownSlug) next.slug = slugOf(value);
    setValues(next);
    if (Object.keys(errors).length > 0) setErrors(check(next));
  };

  async function send(event: FormEvent) {
    event.preventDefault();
    const wrong = check(values);
    setErrors(wrong);
    setFailed(false);
    if (Object.keys(wrong).length > 0) return;
    try {
      const { slug } = await client.organizations.create.mutate(toInput(values));
      router.push(`/hire/${slug}/jobs`);
    } catch (error) {
      const refused = readRefused(error);
      if (refused.code === 'organization.slug_taken') setErrors({ slug: t('slugTaken') });
      else if (Object.keys(refused.fields).length > 0) setErrors(refused.fields);
      else setFailed(true);
    }
  }

  const list = fields.flatMap((field) => {
    const message = errors[field];
    return message ? [{ fieldId: `organization-${field}`, message }] : [];
  });
  const field = (name: Field) => ({ id: `organization-${name}`, value: values[name], error: errors[name] });
  return (
    <form className="stack" onSubmit={send} noValidate>
      <ErrorSummary errors={list} />
      {failed && (
        <Note tone="bad" live>
          {t('failed')}
        </Note>
      )}
      <TextField
        {...field('name')}
        label={t('name')}
        autoComplete="organization"
        onChange={(event) => set('name', event.currentTarget.value)}
      />
      <TextField
        {...field('slug')}
        label={t('slug')}
        hint={t('slugHint', { slug: values.slug || '…' })}
        width="20rem"
        onChange={(event) => {
          setOwnSlug(true);
          set('slug', event.currentTarget.value);
        }}
      />
      <TextField
        {...field('website')}
        label={t('website')}
        optional
        type="url"
        autoComplete="url"
        onChange={(event) => set('website', event.currentTarget.value)}
      />
      <TextField
        {...field('answerDays')}
        label={t('answerDays')}
        hint={t('answerDaysHint')}
        optional
        inputMode="numeric"
        width="6rem"
        onChange={(event) => set('answerDays', event.currentTarget.value)}
      />
      <p>
        <Button tone="go" type="submit">
          {t('send')}
        </Button>
      </p>
    </form>
  );
}
