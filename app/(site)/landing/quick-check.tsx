'use client';

import { Upload, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '#app/ui/base/button.tsx';
import { TextArea } from '#app/ui/base/field.tsx';
import { IconButton } from '#app/ui/base/icon-button.tsx';
import { leavePendingCheck } from '../pending-check.ts';

/** A link, a pasted badge or a file, handed over to the verify page. A link also works without scripts. */
export function QuickCheck() {
  const t = useTranslations('site.quick');
  const router = useRouter();
  const picker = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);

  function takeFile(given: File | undefined) {
    if (!given) return;
    setFile(given);
    setMissing(false);
  }

  return (
    <form
      action="/verify"
      method="get"
      className="stack-2 border-2 border-dashed border-edge bg-surface p-4"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        takeFile(event.dataTransfer.files[0]);
      }}
      onSubmit={(event) => {
        event.preventDefault();
        const text = String(new FormData(event.currentTarget).get('url') ?? '').trim();
        if (!file && text === '') return setMissing(true);
        leavePendingCheck({ file, text: file ? '' : text });
        router.push('/verify');
      }}
    >
      <TextArea
        className="min-h-16"
        id="quick"
        name="url"
        rows={2}
        dir="ltr"
        spellCheck={false}
        label={t('label')}
        hint={t('hint')}
        error={missing ? t('empty') : undefined}
        onChange={() => setMissing(false)}
      />
      {file && (
        <p className="row t13">
          <span className="min-w-0 flex-1">{t('chosen', { name: file.name })}</span>
          <IconButton label={t('drop', { name: file.name })} onClick={() => setFile(null)}>
            <X className="ic" aria-hidden />
          </IconButton>
        </p>
      )}
      <div className="row between">
        <Button icon={<Upload className="ic" aria-hidden />} onClick={() => picker.current?.click()}>
          {t('file')}
        </Button>
        <input
          ref={picker}
          type="file"
          hidden
          aria-label={t('file')}
          onChange={(event) => {
            takeFile(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
        <Button type="submit" tone="go">
          {t('check')}
        </Button>
      </div>
      <p className="t13 soft">{t('kept')}</p>
    </form>
  );
}
