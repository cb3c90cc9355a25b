'use client';

import { useTranslations } from 'next-intl';
import { type ChangeEvent, useRef, useState } from 'react';
import { Button } from '#app/ui/base/button.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { Section } from '#app/ui/base/section.tsx';
import {
  type PolicyVersionOutput,
  type TrustPolicy,
  toCanonical,
  trustPolicyShape,
} from '#server/organizations/schemas.ts';

const mostBytes = 1_000_000;

/** The JSON of a text, or undefined. */
function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Takes the policy out as a file, and reads one in as a draft. */
export function PolicyFile({
  org,
  active,
  mayTry,
  onRead,
}: {
  org: string;
  active: PolicyVersionOutput;
  mayTry: boolean;
  onRead: (policy: TrustPolicy) => void;
}) {
  const t = useTranslations('policy.page');
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<{ tone: 'plain' | 'bad'; words: string } | null>(null);

  const save = () => {
    const text = `${JSON.stringify(toCanonical(active.policy), null, 2)}\n`;
    const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `trust-policy-${org}-v${active.version}.json`;
    link.click();
    URL.revokeObjectURL(address);
  };
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const field = event.currentTarget;
    const file = field.files?.[0];
    if (!file) return;
    if (file.size > mostBytes) setSaid({ tone: 'bad', words: t('importBig') });
    else {
      const parsed = trustPolicyShape.safeParse(readJson(await file.text()));
      const issue = parsed.error?.issues[0];
      if (parsed.success) {
        onRead(toCanonical(parsed.data));
        setSaid({ tone: 'plain', words: t('importRead', { name: file.name }) });
      } else {
        const path = issue?.path.join('.') ?? '';
        const where = path === '' ? '' : t('where', { path, message: issue?.message ?? '' });
        setSaid({ tone: 'bad', words: t('importWrong', { where }) });
      }
    }
    // So that the same file, mended, can be read again.
    field.value = '';
  };
  return (
    <Section title={t('file')}>
      <p className="t13 soft">{t('fileText')}</p>
      <div className="row">
        <Button onClick={save}>{t('export', { version: active.version })}</Button>
        {mayTry && (
          <>
            <input
              ref={input}
              type="file"
              className="vh"
              tabIndex={-1}
              aria-label={t('import')}
              accept="application/json,.json"
              onChange={(event) => void read(event)}
            />
            <Button onClick={() => input.current?.click()}>{t('import')}</Button>
          </>
        )}
      </div>
      {said && (
        <Note tone={said.tone} live>
          {said.words}
        </Note>
      )}
    </Section>
  );
}
