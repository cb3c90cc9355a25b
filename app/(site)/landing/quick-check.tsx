'use client';

import { Upload, X } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type ReactNode, useRef, useState } from 'react';
import { Button } from '#app/ui/base/button.tsx';
import { TextArea } from '#app/ui/base/field.tsx';
import { IconButton } from '#app/ui/base/icon-button.tsx';
import { leavePendingCheck, type PendingCheck } from '../pending-check.ts';

/** Badges of ours for who has none at hand; each leads to another answer (tests/unit/credentials/shown-samples.test.ts). */
function Samples({ onTake }: { onTake: (text: string) => void }) {
  const t = useTranslations('site.quick');
  const [failed, setFailed] = useState(false);
  async function take(name: string) {
    setFailed(false);
    try {
      const answer = await fetch(`/samples/${name}.json`);
      if (!answer.ok) throw new Error(`The sample answered ${answer.status}`);
      onTake(await answer.text());
    } catch {
      setFailed(true);
    }
  }
  const link = (name: string) => (words: ReactNode) => (
    <button type="button" className="aslink" onClick={() => void take(name)}>
      {words}
    </button>
  );
  return (
    <>
      <p className="t13 soft">
        {t.rich('samples', { valid: link('valid'), expired: link('expired'), changed: link('changed') })}
      </p>
      {failed && (
        <p className="t13" role="alert">
          {t('sampleFailed')}
        </p>
      )}
    </>
  );
}

/** A link, a pasted badge or a file, handed over to the verify page. A link also works without scripts. */
export function QuickCheck() {
  const t = useTranslations('site.quick');
  const router = useRouter();
  const picker = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);

  function go(check: PendingCheck) {
    leavePendingCheck(check);
    router.push('/verify');
  }

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
        go({ file, text: file ? '' : text });
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
      <Samples onTake={(text) => go({ file: null, text })} />
      <p className="t13 soft">{t('kept')}</p>
    </form>
  );
}
