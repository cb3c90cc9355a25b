'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#app/ui/base/button.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { Section } from '#app/ui/base/section.tsx';
import {
  isSamePolicy,
  type PolicyVersionOutput,
  type Treatment,
  type TrustPolicy,
} from '#server/organizations/schemas.ts';
import { AddRegistry } from './add-registry.tsx';
import { ApplyLine } from './apply-line.tsx';
import { PolicyFile } from './policy-file.tsx';
import { RuleLine, RuleTable } from './rule-line.tsx';
import { SilentLine } from './silent-line.tsx';
import { Trial } from './trial.tsx';
import { usePolicy } from './use-policy.ts';

export interface PolicyNames {
  issuers: { id: string; name: string }[];
  registries: string[];
}

interface Lines {
  org: string;
  draft: TrustPolicy;
  mayTry: boolean;
  change: (draft: TrustPolicy) => void;
}

/** Another rule for one of a list, or none for it. */
function withRule<Rule extends Treatment>(rules: readonly Rule[], of: Rule, rule: Treatment | null): Rule[] {
  return rule === null
    ? rules.filter((each) => each !== of)
    : rules.map((each) => (each === of ? { ...each, ...rule } : each));
}

function IssuerRules({ org, draft, mayTry, change, names }: Lines & { names: PolicyNames }) {
  const t = useTranslations('policy.page');
  const nameOf = (id: string) => names.issuers.find((each) => each.id === id)?.name ?? id;
  return (
    <Section title={t('issuers')}>
      {draft.issuers.length === 0 ? (
        <p className="soft t13">{t('issuersNone')}</p>
      ) : (
        <RuleTable label={t('issuers')}>
          {draft.issuers.map((rule) => (
            <RuleLine
              key={rule.id}
              name={nameOf(rule.id)}
              id={rule.id}
              href={`/hire/${org}/issuer?id=${encodeURIComponent(rule.id)}`}
              rule={rule}
              mayTry={mayTry}
              onChange={(next) => change({ ...draft, issuers: withRule(draft.issuers, rule, next) })}
              removable
            />
          ))}
        </RuleTable>
      )}
    </Section>
  );
}

function RegistryRules({ draft, mayTry, change, names }: Lines & { names: PolicyNames }) {
  const t = useTranslations('policy.page');
  const free = names.registries.filter((name) => !draft.registries.some((rule) => rule.name === name));
  const add = (name: string) =>
    change({
      ...draft,
      registries: [...draft.registries, { name, effect: 'accept', weight: 100, minTier: 0 }],
    });
  return (
    <Section title={t('registries')}>
      {draft.registries.length === 0 ? (
        <p className="soft t13">{t('registriesNone')}</p>
      ) : (
        <RuleTable label={t('registries')}>
          {draft.registries.map((rule) => (
            <RuleLine
              key={rule.name}
              name={rule.name}
              rule={rule}
              mayTry={mayTry}
              onChange={(next) => change({ ...draft, registries: withRule(draft.registries, rule, next) })}
              removable
            />
          ))}
        </RuleTable>
      )}
      {mayTry && free.length > 0 && <AddRegistry key={free.join()} names={free} onAdd={add} />}
    </Section>
  );
}

function GeneralRules({ draft, mayTry, change }: Lines) {
  const t = useTranslations('policy.page');
  return (
    <Section title={t('everybody')}>
      <RuleTable label={t('everybody')}>
        {(['recognised', 'unrecognised'] as const).map((kind) => (
          <RuleLine
            key={kind}
            name={t(kind)}
            rule={draft[kind]}
            mayTry={mayTry}
            onChange={(next) => change({ ...draft, [kind]: next ?? draft[kind] })}
          />
        ))}
        <SilentLine
          silent={draft.silent}
          mayTry={mayTry}
          onChange={(silent) => change({ ...draft, silent })}
        />
      </RuleTable>
    </Section>
  );
}

/** The whole policy as one list that can be changed, tried as a whole, and then put in force. */
export function PolicyDesk({
  org,
  active,
  names,
  mayWrite,
  mayTry,
}: {
  org: string;
  active: PolicyVersionOutput;
  names: PolicyNames;
  mayWrite: boolean;
  mayTry: boolean;
}) {
  const t = useTranslations('policy');
  const [draft, setDraft] = useState<TrustPolicy>(active.policy);
  const work = usePolicy(org);
  const isChanged = !isSamePolicy(draft, active.policy);
  const change = (next: TrustPolicy) => {
    setDraft(next);
    work.drop();
  };
  const lines = { org, draft, mayTry, change };
  return (
    <div className="stack-6">
      <IssuerRules {...lines} names={names} />
      <RegistryRules {...lines} names={names} />
      <GeneralRules {...lines} />
      {!mayTry && <p className="t13 soft">{t('readOnlyAll')}</p>}
      {isChanged && (
        <div className="stack policy-try">
          <p className="strong">{t('page.draft')}</p>
          {!work.tried && (
            <div className="row">
              <Button tone="go" onClick={() => !work.busy && void work.dryRun(draft)}>
                {t('dryRun')}
              </Button>
              <Button onClick={() => change(active.policy)}>{t('drop')}</Button>
            </div>
          )}
          {work.busy && (
            <p className="t13 soft" role="status">
              {t('dryRunning')}
            </p>
          )}
          {work.tried && <Trial org={org} trial={work.tried.trial} />}
          <ApplyLine work={work} mayWrite={mayWrite} />
        </div>
      )}
      {work.trouble && (
        <Note tone="bad" live>
          {work.trouble}
        </Note>
      )}
      <PolicyFile org={org} active={active} mayTry={mayTry} onRead={change} />
    </div>
  );
}
