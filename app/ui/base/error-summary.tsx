'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useId, useRef } from 'react';

export type FieldError = { fieldId: string; message: string };

/**
 * On top of a form that was sent with errors: takes focus, says how many, links to each field with the field's
 * own words, and puts "Error:" before the page's title while it is there. Renders nothing without errors.
 */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  const t = useTranslations('ui.form');
  const box = useRef<HTMLDivElement>(null);
  const headingId = useId();
  const fingerprint = errors.map((error) => `${error.fieldId} ${error.message}`).join('\n');

  useEffect(() => {
    if (fingerprint === '') return;
    box.current?.focus();
    const before = document.title;
    document.title = t('errorTitle', { title: before });
    return () => {
      document.title = before;
    };
  }, [fingerprint, t]);

  if (errors.length === 0) return null;
  return (
    <div ref={box} className="summary stack-2" tabIndex={-1} role="alert" aria-labelledby={headingId}>
      <h2 id={headingId}>{t('summary', { count: errors.length })}</h2>
      <ul>
        {errors.map((error) => (
          <li key={error.fieldId}>
            <a
              href={`#${error.fieldId}`}
              onClick={(event) => {
                const field = document.getElementById(error.fieldId);
                if (!field) return;
                event.preventDefault();
                field.focus();
                field.closest('.field')?.scrollIntoView({ block: 'nearest' });
              }}
            >
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
