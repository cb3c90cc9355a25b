'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { readRefused } from '#app/hire/refused.ts';
import { useTRPCClient } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { ErrorSummary } from '#app/ui/base/error-summary.tsx';
import { SelectField, TextField } from '#app/ui/base/field.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { useToast } from '#app/ui/base/toast.tsx';
import { updateOrganizationInput } from '#server/organizations/schemas.ts';

interface Facts {
  name: string;
  website: string | null;
  answerDays: number | null;
  timeZone: string | null;
}

const fields = ['name', 'website', 'answerDays', 'timeZone'] as const;
type Field = (typeof fields)[number];
type Values = Record<Field, string>;

/** What is typed as what is sent; a number that is none stays wrong instead of vanishing. */
function toFacts({ name, website, answerDays, timeZone }: Values): Facts {
  return {
    name,
    website: website.trim() || null,
    answerDays: answerDays.trim() === '' ? null : Number(answerDays),
    timeZone: timeZone || null,
  };
}

/** The organisation's name, website, promise and clocks, for its owners; `zone` is the one that holds now. */
export function FactsForm({ org, seen, zone }: { org: string; seen: Facts; zone: string }) {
  const t = useTranslations('house.facts');
  const router = useRouter();
  const client = useTRPCClient();
  const toast = useToast();
  const [values, setValues] = useState<Values>({
    name: seen.name,
    website: seen.website ?? '',
    answerDays: seen.answerDays === null ? '' : String(seen.answerDays),
    timeZone: seen.timeZone ?? '',
  });
  const [errors, setErrors] = useState<Partial<Values>>({});
  const [trouble, setTrouble] = useState<string | null>(null);

  const check = (next: Values): Partial<Values> => {
    const result = updateOrganizationInput.safeParse({ ...toFacts(next), seen });
    const found = Object.fromEntries(
      (result.error?.issues ?? []).map((issue) => [String(issue.path[0]), issue.message]),
    );
    return found.answerDays ? { ...found, answerDays: t('answerDaysWrong') } : found;
  };
  const set = (field: Field, value: string) => {
    const next = { ...values, [field]: value };
    setValues(next);
    if (Object.keys(errors).length > 0) setErrors(check(next));
  };
  async function send(event: FormEvent) {
    event.preventDefault();
    const wrong = check(values);
    setErrors(wrong);
    setTrouble(null);
    if (Object.keys(wrong).length > 0) return;
    try {
      await client.team.update.mutate({ org, ...toFacts(values), seen });
      toast.show({ kind: 'facts-saved', say: () => t('saved') });
      router.refresh();
    } catch (error) {
      const { code } = readRefused(error);
      setTrouble(t(code === 'organization.changed_meanwhile' ? 'changed' : 'failed'));
      if (code === 'organization.changed_meanwhile') router.refresh();
    }
  }
  const list = fields.flatMap((field) => {
    const message = errors[field];
    return message ? [{ fieldId: `facts-${field}`, message }] : [];
  });
  const field = (name: Field) => ({
    id: `facts-${name}`,
    value: values[name],
    error: errors[name],
    onChange: (event: { currentTarget: { value: string } }) => set(name, event.currentTarget.value),
  });
  return (
    <form className="stack" onSubmit={send} noValidate>
      <ErrorSummary errors={list} />
      {trouble && (
        <Note tone="bad" live>
          {trouble}
        </Note>
      )}
      <TextField {...field('name')} label={t('name')} hint={t('nameHint')} autoComplete="organization" />
      <TextField {...field('website')} label={t('website')} optional type="url" autoComplete="url" />
      <TextField
        {...field('answerDays')}
        label={t('answerDays')}
        hint={t('answerDaysHint')}
        optional
        inputMode="numeric"
        width="6rem"
      />
      <SelectField {...field('timeZone')} label={t('timeZone')} hint={t('timeZoneHint')} width="20rem">
        <option value="">{t('noZone')}</option>
        {[...new Set([zone, 'UTC', ...Intl.supportedValuesOf('timeZone')])].map((name) => (
          <option key={name}>{name}</option>
        ))}
      </SelectField>
      <p>
        <Button tone="go" type="submit">
          {t('save')}
        </Button>
      </p>
    </form>
  );
}
