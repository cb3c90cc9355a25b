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

const outcomes = ['invalid', 'unknown', 'valid'] as const;

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
      <dl className="grid gap-x-5 text-base phone:grid-cols-[10rem_minmax(0,1fr)]">
        {lines.map((line) => (
          <div key={line.key} className="contents">
            <dt className="pt-2 phone:border-b phone:border-rule phone:pb-2">
              <Verdict verdict={line.verdict} bound={line.bound} />
            </dt>
            <dd className="border-b border-rule pb-2 phone:pt-2">{t(line.key)}</dd>
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
      {outcomes.map((outcome) => {
        const entries = codes.filter((entry) => entry.outcome === outcome);
        if (entries.length === 0) return null;
        return (
          <Section key={outcome} title={t(`group.${outcome}`)} count={entries.length}>
            <p className="sm soft">{t(`groupText.${outcome}`)}</p>
            <CodeList entries={entries} />
          </Section>
        );
      })}
    </div>
  );
}
