'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';
import { useDropped } from '#app/(candidate)/wallet/import/use-dropped.ts';
import { takePendingCheck } from '#app/(site)/pending-check.ts';
import { CheckForm } from './check-form.tsx';
import { Failure, Waiting } from './check-states.tsx';
import { EightLines, Meanings } from './meanings.tsx';
import { type Question, useCheck } from './use-check.ts';

// Most of this page is the answer, which nobody has yet when it opens.
const Result = dynamic(() => import('./result.tsx').then((module) => module.Result));

/** Runs once, for a page that was opened with something to check. */
function useFirst(run: () => void): void {
  const ran = useRef(false);
  useEffect(() => {
    if (ran.current) return;
    ran.current = true;
    run();
  });
}

/** Verifying without an account: the verdict first, then eight lines, then the form again. */
export function VerifyDesk({ address }: { address: string }) {
  const t = useTranslations('verify');
  const [question, setQuestion] = useState<Question>({ file: null, text: address, email: '' });
  const check = useCheck();
  const place = useRef<HTMLDivElement>(null);
  const { data: answer, isPending, error } = check;
  const ask = (next: Question) => {
    setQuestion(next);
    check.mutate(next);
  };
  const over = useDropped(([first]) => {
    if (!first) return;
    ask({
      ...question,
      file: first.source === 'file' ? first.file : null,
      text: first.source === 'file' ? '' : first.text,
    });
  });
  useFirst(() => {
    const left = takePendingCheck();
    if (left) ask({ ...question, ...left });
    else if (address !== '') ask(question);
  });

  const settled = answer ?? error;
  useEffect(() => {
    if (settled) place.current?.focus();
  }, [settled]);

  const asked = isPending || settled;
  const form = (
    <CheckForm over={over} again={Boolean(answer)} question={question} onChange={setQuestion} onAsk={ask} />
  );
  return (
    <div className="wrap">
      <div className="two">
        <div className="stack-6">
          <div>
            <h1 className="text-2xl">{t('title')}</h1>
            <p className="soft prose">{t('lead')}</p>
          </div>
          {asked ? (
            <div ref={place} tabIndex={-1} className="outline-none">
              {isPending && <Waiting />}
              {!isPending && error && <Failure error={error} onAgain={() => ask(question)} />}
              {!isPending && answer && <Result answer={answer} />}
            </div>
          ) : (
            form
          )}
        </div>
        <aside className="stack-6" aria-label={t('meaning')}>
          {asked ? form : <EightLines />}
          <Meanings />
        </aside>
      </div>
    </div>
  );
}
