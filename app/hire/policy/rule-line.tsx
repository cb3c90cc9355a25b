'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useState } from 'react';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { Cell, Row, RowHead, StackTable } from '#app/ui/base/table.tsx';
import type { Treatment } from '#server/organizations/schemas.ts';
import { RuleFields, toDraft, toRule } from './rule-fields.tsx';
import { useTreatmentWords } from './use-treatment-words.ts';

/** Rules of one kind: who, how it counts, change. */
export function RuleTable({ label, children }: { label: string; children: ReactNode }) {
  const t = useTranslations('policy.page');
  return (
    <StackTable
      label={label}
      head={[
        { key: 'who', label: t('who'), width: '40%' },
        t('counts'),
        { key: 'change', label: <span className="vh">{t('change')}</span>, end: true },
      ]}
    >
      {children}
    </StackTable>
  );
}

/** One rule, changed in place. Without `removable` the rule always is. */
export function RuleLine({
  name,
  id,
  href,
  rule,
  mayTry,
  removable = false,
  onChange,
}: {
  name: string;
  id?: string;
  href?: string;
  rule: Treatment;
  mayTry: boolean;
  removable?: boolean;
  onChange: (rule: Treatment | null) => void;
}) {
  const t = useTranslations('policy.page');
  const words = useTreatmentWords();
  const [draft, setDraft] = useState<ReturnType<typeof toDraft> | null>(null);
  const [wrong, setWrong] = useState(false);
  const done = () => {
    const next = draft && toRule(draft);
    setWrong(draft !== null && next === null);
    if (!next) return;
    onChange(next);
    setDraft(null);
  };
  return (
    <Row>
      <RowHead>
        {href === undefined ? <bdi>{name}</bdi> : <AppLink href={href}>{name}</AppLink>}
        {id !== undefined && id !== name && (
          <span className="block mono xs quiet wrap-anywhere" dir="ltr">
            {id}
          </span>
        )}
      </RowHead>
      <Cell label={t('counts')}>
        {draft ? (
          <RuleFields
            draft={draft}
            legend={t('changeOf', { name })}
            legendHidden
            wrong={wrong}
            onChange={setDraft}
          />
        ) : (
          words(rule)
        )}
      </Cell>
      <Cell label="" className="r">
        {mayTry && draft && (
          <Button size="sm" onClick={done}>
            {t('done')}
          </Button>
        )}
        {mayTry && !draft && (
          <>
            <Button
              size="sm"
              bare
              aria-label={t('changeOf', { name })}
              onClick={() => setDraft(toDraft(rule))}
            >
              {t('change')}
            </Button>
            {removable && (
              <Button size="sm" bare aria-label={t('removeOf', { name })} onClick={() => onChange(null)}>
                {t('remove')}
              </Button>
            )}
          </>
        )}
      </Cell>
    </Row>
  );
}
