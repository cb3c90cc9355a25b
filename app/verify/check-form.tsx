'use client';

import { Upload } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useSize } from '#app/(candidate)/use-size.ts';
import { fileLimit } from '#app/(candidate)/wallet/import/use-sending.ts';
import { Button } from '#app/ui/base/button.tsx';
import { ErrorSummary, type FieldError } from '#app/ui/base/error-summary.tsx';
import { TextArea, TextField } from '#app/ui/base/field.tsx';
import { isAddress } from '#app/ui/base/is-address.ts';
import type { Question } from './use-check.ts';
import styles from './verify.module.css';

function useProblems(): (question: Question) => FieldError[] {
  const t = useTranslations('verify');
  return ({ file, text, email }) => {
    const problems: FieldError[] = [];
    if (file && file.size > fileLimit)
      problems.push({ fieldId: 'badge-file', message: t('tooLarge', { name: file.name }) });
    if (!file && text.trim() === '') problems.push({ fieldId: 'badge-text', message: t('nothing') });
    if (email.trim() !== '' && !isAddress(email.trim()))
      problems.push({ fieldId: 'badge-email', message: t('emailWrong') });
    return problems;
  };
}

function FileChoice({ file, onChoose }: { file: File | null; onChoose: (file: File | null) => void }) {
  const t = useTranslations('verify');
  const sizeOf = useSize();
  return (
    <div className="stack-2">
      <label className={`btn w-full ${styles.choose}`}>
        <Upload className="ic" aria-hidden />
        {t('choose')}
        <input
          id="badge-file"
          className="vh"
          type="file"
          onChange={(event) => {
            onChoose(event.target.files?.[0] ?? null);
            event.target.value = '';
          }}
        />
      </label>
      {file !== null && (
        <p className="row sm" role="status">
          {t('chosen', { name: file.name, size: sizeOf(file.size) })}
          <Button size="sm" bare onClick={() => onChoose(null)}>
            {t('forget')}
          </Button>
        </p>
      )}
    </div>
  );
}

/** File, link or text, and optionally whose it should be. */
export function CheckForm({
  question,
  over,
  again,
  onChange,
  onAsk,
}: {
  question: Question;
  over: boolean;
  again: boolean;
  onChange: (question: Question) => void;
  onAsk: (question: Question) => void;
}) {
  const t = useTranslations('verify');
  const problemsOf = useProblems();
  const [problems, setProblems] = useState<FieldError[]>([]);
  const problem = (fieldId: string) => problems.find((entry) => entry.fieldId === fieldId)?.message;
  const change = (next: Question) => {
    onChange(next);
    if (problems.length > 0) setProblems(problemsOf(next));
  };
  return (
    <form
      className={`stack ${styles.drop}`}
      data-over={over}
      noValidate
      aria-labelledby="check-form"
      onSubmit={(event) => {
        event.preventDefault();
        const found = problemsOf(question);
        setProblems(found);
        if (found.length === 0)
          onAsk({ ...question, text: question.text.trim(), email: question.email.trim() });
      }}
    >
      <h2 className="lab" id="check-form">
        {t(again ? 'formAgain' : 'form')}
      </h2>
      <ErrorSummary errors={problems} />
      <FileChoice
        file={question.file}
        onChoose={(file) => change({ ...question, file, text: file ? '' : question.text })}
      />
      <TextArea
        id="badge-text"
        label={t('text')}
        rows={3}
        spellCheck={false}
        autoComplete="off"
        value={question.text}
        error={problem('badge-text')}
        onChange={(event) => change({ ...question, file: null, text: event.target.value })}
      />
      <TextField
        id="badge-email"
        label={t('email')}
        optional
        hint={t('emailHint')}
        type="email"
        autoComplete="off"
        value={question.email}
        error={problem('badge-email')}
        onChange={(event) => change({ ...question, email: event.target.value })}
      />
      <Button tone="go" type="submit" className="w-full">
        {t('check')}
      </Button>
      <p className="t13 quiet">{t('limits')}</p>
    </form>
  );
}
