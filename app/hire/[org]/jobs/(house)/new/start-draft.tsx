'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useTRPCClient } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { CheckField, TextField } from '#app/ui/base/field.tsx';
import { Note } from '#app/ui/base/note.tsx';
import type { SampleMarketOutput } from '#server/matching/schemas.ts';

const longest = 120;

/** Names a job and makes its draft; everything else is written in the editor, which saves by itself. */
export function StartDraft({ org, sample }: { org: string; sample: SampleMarketOutput['lines'] }) {
  const t = useTranslations('hire.new');
  const router = useRouter();
  const client = useTRPCClient();
  const [title, setTitle] = useState('');
  const [error, setError] = useState<string>();
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);
  const [withSample, setWithSample] = useState(false);

  async function start(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const problem =
      title.trim() === '' ? t('titleMissing') : title.length > longest ? t('titleLong') : undefined;
    setError(problem);
    setFailed(false);
    if (problem) return;
    setBusy(true);
    try {
      const requirements = sample.map(({ skillKey, must, weight }) => ({
        skillKeys: [skillKey],
        ...{ must, weight, minLevel: null, minTier: 0, shortLabel: null },
      }));
      const job = await client.jobs.create.mutate({ org, title, ...(withSample ? { requirements } : {}) });
      router.push(`/hire/${org}/jobs/${job.id}/edit`);
    } catch {
      setFailed(true);
      setBusy(false);
    }
  }

  return (
    <form className="stack" onSubmit={start} noValidate>
      {failed && (
        <Note tone="bad" live>
          {t('failed')}
        </Note>
      )}
      <TextField
        id="job-title"
        label={t('jobTitle')}
        hint={t('jobTitleHint')}
        error={error}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      {sample.length > 0 && (
        <CheckField
          label={t('sampleStart')}
          checked={withSample}
          onChange={(event) => setWithSample(event.currentTarget.checked)}
        >
          <span className="block t13 quiet">{sample.map((line) => line.label).join(', ')}</span>
        </CheckField>
      )}
      <p>
        <Button tone="go" type="submit">
          {t('start')}
        </Button>
      </p>
    </form>
  );
}
