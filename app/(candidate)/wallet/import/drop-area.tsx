'use client';

import { FileText, Upload } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#app/ui/base/button.tsx';
import { TextArea } from '#app/ui/base/field.tsx';
import styles from './import.module.css';
import type { Submitted } from './use-sending.ts';

/** Drop area, button and paste target in one; several files at once. */
export function DropArea({
  over,
  link,
  onSubmit,
}: {
  over: boolean;
  /** What the field holds at first: a link that somebody brought along. */
  link: string;
  onSubmit: (submitted: readonly Submitted[]) => void;
}) {
  const t = useTranslations('candidate.import');
  const [text, setText] = useState(link);
  const [error, setError] = useState<string>();
  return (
    <div className={styles.drop} data-over={over}>
      <div className={styles.files}>
        <Upload className={`ic ${styles.big}`} aria-hidden />
        <p>{t.rich(over ? 'dropNow' : 'drop', { b: (words) => <b>{words}</b> })}</p>
        <label className={`btn go ${styles.choose}`}>
          <FileText className="ic" aria-hidden />
          {t('choose')}
          <input
            className="vh"
            type="file"
            multiple
            onChange={(event) => {
              const files = [...(event.target.files ?? [])];
              onSubmit(files.map((file) => ({ source: 'file', file })));
              event.target.value = '';
            }}
          />
        </label>
        <p className="t13 quiet">{t('limits')}</p>
      </div>
      <form
        className="stack-2"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim() === '') return setError(t('nothingPasted'));
          onSubmit([{ source: 'paste', text: text.trim() }]);
          setText('');
          setError(undefined);
        }}
      >
        <TextArea
          id="pasted"
          label={t('paste')}
          className={styles.paste}
          rows={4}
          spellCheck={false}
          autoComplete="off"
          value={text}
          error={error}
          onChange={(event) => {
            setText(event.target.value);
            if (event.target.value.trim() !== '') setError(undefined);
          }}
        />
        <div className="row between">
          <span className="t13 quiet">{t('pasteHint')}</span>
          <Button type="submit">{t('read')}</Button>
        </div>
      </form>
    </div>
  );
}
