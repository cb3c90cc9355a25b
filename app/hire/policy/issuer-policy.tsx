'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { Section } from '#app/ui/base/section.tsx';
import type { PolicyVersionOutput } from '#server/organizations/schemas.ts';
import { withIssuerRule } from '#server/organizations/schemas.ts';
import { ApplyLine } from './apply-line.tsx';
import { RuleFields, toDraft, toRule } from './rule-fields.tsx';
import { Trial } from './trial.tsx';
import { usePolicy } from './use-policy.ts';
import { useTreatmentWords } from './use-treatment-words.ts';

/** How the issuer counts now, by its own rule or by a general one. */
function Now({
  active,
  issuerId,
  recognised,
}: {
  active: PolicyVersionOutput;
  issuerId: string;
  recognised: boolean;
}) {
  const t = useTranslations('policy');
  const words = useTreatmentWords();
  const own = active.policy.issuers.find((rule) => rule.id === issuerId);
  if (own) return <p className="t13 soft">{t('own', { rule: words(own) })}</p>;
  const kind =
    active.policy.registries.length > 0 && recognised
      ? 'registry'
      : recognised
        ? 'recognised'
        : 'unrecognised';
  return <p className="t13 soft">{t('general', { rule: t(`kind.${kind}`) })}</p>;
}

/** The organisation's rule for one issuer: choose, dry run, apply, undo. */
export function IssuerPolicy({
  org,
  active,
  issuerId,
  recognised,
  mayWrite,
  mayTry,
}: {
  org: string;
  active: PolicyVersionOutput;
  issuerId: string;
  recognised: boolean;
  mayWrite: boolean;
  mayTry: boolean;
}) {
  const t = useTranslations('policy');
  const own = active.policy.issuers.find((rule) => rule.id === issuerId) ?? null;
  const [draft, setDraft] = useState(toDraft(own));
  const [wrong, setWrong] = useState(false);
  const work = usePolicy(org);
  const { tried, busy, trouble } = work;

  const dryRun = () => {
    const rule = toRule(draft);
    setWrong(rule === null);
    if (rule && !busy) void work.dryRun(withIssuerRule(active.policy, issuerId, rule));
  };
  const withoutRule = () => {
    if (!busy) void work.dryRun(withIssuerRule(active.policy, issuerId, null));
  };
  return (
    <Section title={t('title')} gap={4}>
      <Now active={active} issuerId={issuerId} recognised={recognised} />
      {mayTry ? (
        <>
          <RuleFields
            draft={draft}
            legend={t('mode')}
            wrong={wrong}
            onChange={(next) => {
              setDraft(next);
              setWrong(false);
              work.drop();
            }}
          />
          {!tried && (
            <div className="row">
              <Button tone="go" onClick={dryRun}>
                {t('dryRun')}
              </Button>
              {own && <Button onClick={withoutRule}>{t('withoutRule')}</Button>}
            </div>
          )}
          {busy && (
            <p className="t13 soft" role="status">
              {t('dryRunning')}
            </p>
          )}
          {trouble && (
            <Note tone="bad" live>
              {trouble}
            </Note>
          )}
          {tried && <Trial org={org} trial={tried.trial} />}
          <ApplyLine work={work} mayWrite={mayWrite} />
        </>
      ) : (
        <p className="t13 soft">{t('readOnlyAll')}</p>
      )}
      <p className="t13">
        <AppLink href={`/hire/${org}/settings/policy`}>{t('whole')}</AppLink>
      </p>
    </Section>
  );
}
