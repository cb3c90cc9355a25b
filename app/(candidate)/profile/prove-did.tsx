'use client';

import { useMutation } from '@tanstack/react-query';
import { Copy, FileText, KeyRound } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { TextArea } from '#app/ui/base/field.tsx';
import { IconButton } from '#app/ui/base/icon-button.tsx';
import { KeyValue, KeyValues } from '#app/ui/base/kv.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { useToast } from '#app/ui/base/toast.tsx';
import { useSay } from '../use-say.ts';

const longestBytes = 100_000;

/** Shows what to sign, takes what was signed, and says whether it proves the DID. */
export function ProveDid() {
  const t = useTranslations('holder.dids');
  const trpc = useTRPC();
  const { done } = useSay();
  const [text, setText] = useState('');
  const [error, setError] = useState<string>();
  const open = useMutation(trpc.account.openDidChallenge.mutationOptions());
  const prove = useMutation(
    trpc.account.proveDid.mutationOptions({
      onSuccess: () => {
        open.reset();
        setText('');
        done(t('done'));
      },
    }),
  );
  const asked = open.data;
  const start = () => {
    prove.reset();
    setError(undefined);
    open.mutate();
  };
  const refusal = prove.error ?? open.error;
  if (!asked || prove.isError) {
    return (
      <div className="stack-2">
        {refusal && (
          <Note tone="bad" live>
            <p>
              <b>{t('failed')}</b> {refusal.message} {refusal.data?.hint}
            </p>
          </Note>
        )}
        <Button icon={<KeyRound className="ic" aria-hidden />} onClick={start}>
          {refusal ? t('again') : t('start')}
        </Button>
      </div>
    );
  }
  return (
    <form
      className="stack-2"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === '') {
          setError(t('empty'));
          document.getElementById('signed-presentation')?.focus();
          return;
        }
        setError(undefined);
        prove.mutate({ challenge: asked.challenge, presentation: text.trim() });
      }}
    >
      <p className="sm">{t('lead')}</p>
      <KeyValues>
        <ToSign what={t('challenge')} value={asked.challenge} />
        <ToSign what={t('domain')} value={asked.domain} />
        <ToSign what={t('purpose')} value="authentication" />
      </KeyValues>
      <TextArea
        id="signed-presentation"
        label={t('paste')}
        hint={t('pasteHint')}
        rows={6}
        spellCheck={false}
        autoComplete="off"
        value={text}
        error={error}
        onChange={(event) => setText(event.target.value)}
      />
      <label className="btn focus-within:outline-2 focus-within:outline-(--focus) focus-within:outline-offset-2">
        <FileText className="ic" aria-hidden />
        {t('upload')}
        <input
          className="vh"
          type="file"
          accept=".json,.jsonld,.jwt,.txt,application/json"
          onChange={async (event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (!file) return;
            if (file.size > longestBytes) return setError(t('tooLong'));
            setText(await file.text());
            setError(undefined);
          }}
        />
      </label>
      <div className="row">
        <Button tone="go" type="submit">
          {t('prove')}
        </Button>
        <Button onClick={() => open.reset()}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

/** One value that has to be signed, with a button that copies it. */
function ToSign({ what, value }: { what: string; value: string }) {
  const t = useTranslations('holder.dids');
  const toast = useToast();
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    toast.show({ kind: 'copied', say: () => t('copied') });
  };
  return (
    <KeyValue term={what}>
      <span className="row tight flex-nowrap">
        <span className="min-w-0 flex-1 break-all font-mono t13" dir="ltr">
          {value}
        </span>
        <IconButton label={t('copy', { what })} onClick={() => void copy()}>
          <Copy className="ic" aria-hidden />
        </IconButton>
      </span>
    </KeyValue>
  );
}
