import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { ButtonLink } from '#app/ui/base/button.tsx';
import { PageTitle } from '#app/ui/base/page-head.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { checkNames } from '#app/ui/proof/shapes.ts';
import { Verdict } from '#app/ui/proof/verdict.tsx';
import { api } from '#server/api/caller.ts';
import { CodeList } from './code-list.tsx';

const groups = ['invalid', 'unknown', 'foreign'] as const;

/** Whose it is does not change whether it is genuine: that code stands apart, as in the four answers. */
function groupOf(entry: { code: string; outcome: string }): string {
  return entry.code === 'recipient-mismatch' ? 'foreign' : entry.outcome;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('help.codes');
  return { title: t('title'), description: t('description') };
}

function Answers() {
  const t = useTranslations('help.codes');
  const lines = [
    { key: 'valid', verdict: 'valid', bound: 'yes' },
    { key: 'foreign', verdict: 'valid', bound: 'no' },
    { key: 'unknown', verdict: 'unknown', bound: 'yes' },
    { key: 'invalid', verdict: 'invalid', bound: 'yes' },
  ] as const;
  return (
    <Section title={t('verdicts')}>
      <dl className="text-base">
        {lines.map((line) => (
          <div
            key={line.key}
            className="grid gap-x-5 border-b border-rule py-2 phone:grid-cols-[10rem_minmax(0,1fr)]"
          >
            <dt>
              <Verdict verdict={line.verdict} bound={line.bound} />
            </dt>
            <dd>{t(line.key)}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

function EightLines() {
  const t = useTranslations();
  return (
    <Section title={t('help.codes.checks')}>
      <ol className="text-base">
        {checkNames.map((name, index) => (
          <li key={name} className="flex gap-3 border-b border-rule py-1.5">
            <span className="num quiet">{index + 1}</span>
            <b className="w-32 flex-none">{t(`ui.check.${name}`)}</b>
            <span className="soft">{t(`site.eight.${name}`)}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}

export default async function CodesPage() {
  const [t, caller] = await Promise.all([getTranslations('help.codes'), api()]);
  const codes = await caller.help.codes();
  return (
    <div className="wrap form stack-6">
      <PageTitle title={t('title')} actions={<ButtonLink href="/verify">{t('try')}</ButtonLink>}>
        {t('lead')}
      </PageTitle>
      <Answers />
      <EightLines />
      {groups.map((group) => {
        const entries = codes.filter((entry) => groupOf(entry) === group);
        if (entries.length === 0) return null;
        return (
          <Section key={group} title={t(`group.${group}`)} count={entries.length}>
            <p className="sm soft">{t(`groupText.${group}`)}</p>
            <CodeList entries={entries} />
          </Section>
        );
      })}
    </div>
  );
}
