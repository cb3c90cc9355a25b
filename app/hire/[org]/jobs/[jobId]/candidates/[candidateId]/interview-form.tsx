'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { readRefused } from '#app/hire/refused.ts';
import { useTRPCClient } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { ErrorSummary } from '#app/ui/base/error-summary.tsx';
import { SelectField, TextField } from '#app/ui/base/field.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { type InterviewOutput, setInterviewInput } from '#server/applications/schemas.ts';
import { useHouseZone } from '../../stage-plan.tsx';

type Person = { org: string; jobId: string; candidateId: string };
const fields = ['day', 'time', 'minutes', 'zone', 'place', 'link'] as const;
type Field = (typeof fields)[number];
type Values = Record<Field, string>;

const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
/** Every zone that the browser knows, those in use first. */
const zonesWith = (...used: string[]) => [
  ...new Set([...used, 'UTC', ...Intl.supportedValuesOf('timeZone')]),
];

/** What the fields show for an interview: its day and time by the clocks of its zone. */
function valuesOf(interview: InterviewOutput | null, houseZone: string): Values {
  if (interview === null) return { day: '', time: '', minutes: '45', zone: houseZone, place: '', link: '' };
  const { startsAt, zone, minutes, place, link } = interview;
  const day = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone }).format(startsAt);
  const time = new Intl.DateTimeFormat('en-GB', {
    ...{ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    timeZone: zone,
  }).format(startsAt);
  return { day, time, minutes: String(minutes), zone, place: place ?? '', link: link ?? '' };
}

function toInput({ jobId, candidateId }: Person, values: Values) {
  return { jobId, candidateId, ...values, minutes: Number(values.minutes), link: values.link.trim() };
}

function check(person: Person, values: Values): Partial<Values> {
  const result = setInterviewInput.safeParse(toInput(person, values));
  // The first thing wrong with a field is the one to mend.
  return Object.fromEntries(
    (result.error?.issues ?? []).map((issue) => [issue.path[0], issue.message]).reverse(),
  );
}

/** Sets or changes an interview. The candidate is told as soon as it is sent. */
export function InterviewForm({
  person,
  interview,
  onSaved,
  onClose,
}: {
  person: Person;
  interview: InterviewOutput | null;
  onSaved: (words: string) => void;
  onClose: () => void;
}) {
  const t = useTranslations('hire.interview');
  const client = useTRPCClient();
  const houseZone = useHouseZone();
  const [values, setValues] = useState<Values>(() => valuesOf(interview, houseZone));
  const [errors, setErrors] = useState<Partial<Values>>({});
  const [failed, setFailed] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const set = (field: Field, value: string) => {
    const next = { ...values, [field]: value };
    setValues(next);
    if (Object.keys(errors).length > 0) setErrors(check(person, next));
  };

  async function send(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const wrong = check(person, values);
    setErrors(wrong);
    setFailed(null);
    if (Object.keys(wrong).length > 0) return;
    setBusy(true);
    try {
      const input = { org: person.org, ...toInput(person, values) };
      if (interview === null) await client.interviews.set.mutate(input);
      else
        await client.interviews.change.mutate({
          ...input,
          ...{ interviewId: interview.id, sequence: interview.sequence },
        });
      onSaved(t(interview === null ? 'saidSet' : 'saidChanged'));
    } catch (error) {
      const refused = readRefused(error);
      const named = refused.details.field;
      if (typeof named === 'string') setErrors({ [named]: refused.message });
      else if (Object.keys(refused.fields).length > 0) setErrors(refused.fields);
      else setFailed(refused.message || t('failed'));
      setBusy(false);
    }
  }

  const field = (name: Field) => ({
    ...{ id: `interview-${name}`, value: values[name], error: errors[name], label: t(name) },
    onChange: (event: { currentTarget: { value: string } }) => set(name, event.currentTarget.value),
  });
  const summary = fields.flatMap((name) => {
    const message = errors[name];
    return message ? [{ fieldId: `interview-${name}`, message }] : [];
  });
  return (
    <form className="stack-2" onSubmit={send} noValidate>
      <ErrorSummary errors={summary} />
      {failed !== null && (
        <Note tone="bad" live>
          {failed}
        </Note>
      )}
      <TextField {...field('day')} type="date" width="11rem" />
      <TextField {...field('time')} type="time" width="8rem" />
      <TextField {...field('minutes')} inputMode="numeric" width="5rem" />
      <SelectField {...field('zone')} hint={t('zoneHint')}>
        {zonesWith(values.zone, houseZone, ownZone()).map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </SelectField>
      <TextField {...field('place')} hint={t('placeHint')} maxLength={200} />
      <TextField {...field('link')} optional type="url" maxLength={500} />
      <div className="row">
        <Button tone="go" type="submit" size="sm">
          {t(interview === null ? 'send' : 'sendChange')}
        </Button>
        <Button size="sm" onClick={onClose}>
          {t('leave')}
        </Button>
      </div>
    </form>
  );
}
