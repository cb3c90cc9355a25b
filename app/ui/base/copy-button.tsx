'use client';

import { Check, Copy } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { Button } from './button.tsx';

async function put(text: string, html: string | undefined): Promise<void> {
  if (html === undefined || typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(text);
  const item = new ClipboardItem({
    'text/plain': new Blob([text], { type: 'text/plain' }),
    'text/html': new Blob([html], { type: 'text/html' }),
  });
  return navigator.clipboard.write([item]);
}

/**
 * Copies `text`; with `html`, programs that take formatted text get that. `what` names it where several stand on a
 * page. What became of it is spoken.
 */
export function CopyButton({ text, html, what }: { text: string; html?: string; what?: string }) {
  const t = useTranslations('ui.copy');
  const [state, setState] = useState<'copy' | 'copied' | 'failed'>('copy');
  useEffect(() => {
    if (state === 'copy') return;
    const back = setTimeout(() => setState('copy'), 4_000);
    return () => clearTimeout(back);
  }, [state]);
  const Icon = state === 'copied' ? Check : Copy;
  return (
    <>
      <Button
        size="sm"
        icon={<Icon className="ic" aria-hidden />}
        onClick={() =>
          void put(text, html).then(
            () => setState('copied'),
            () => setState('failed'),
          )
        }
      >
        {t(state)}
        {what !== undefined && <span className="vh"> {what}</span>}
      </Button>
      <span className="vh" role="status">
        {state === 'copy' ? '' : t(state === 'copied' ? 'spoken' : 'failedSpoken', { what: what ?? '' })}
      </span>
    </>
  );
}
