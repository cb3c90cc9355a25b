import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { getTranslations } from 'next-intl/server';
import { PageTitle } from '#app/ui/base/page-head.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { Cell, Row, RowHead, StackTable } from '#app/ui/base/table.tsx';
import { CoverageBar } from '#app/ui/coverage/coverage-bar.tsx';
import { Legend } from '#app/ui/coverage/legend.tsx';
import { Tier } from '#app/ui/proof/tier.tsx';
import { Reads } from '../landing/reads.tsx';
import { coverageOfExample, exampleLines } from './example.ts';

const rules = ['rule1', 'rule2', 'rule3', 'rule4', 'rule5', 'rule6', 'rule7', 'rule8'] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('help.coverage');
  return { title: t('title'), description: t('description') };
}

function Example() {
  const t = useTranslations('help.coverage');
  const words = useTranslations('ui.coverage');
  const level = (value: number | null, none: string) =>
    value === null ? none : t('level', { level: value });
  const head = [
    t('exSkill'),
    t('exAsked'),
    t('exProven'),
    { key: 'points', label: t('exPoints'), end: true },
  ];
  return (
    <Section title={t('example')}>
      <p className="prose">{t('exampleText')}</p>
      <CoverageBar coverage={coverageOfExample(t)} size="big" />
      <Legend />
      <StackTable label={t('exTable')} line head={head}>
        {exampleLines.map((line) => (
          <Row key={line.key}>
            <RowHead>
              {t(line.key)} {line.must && <span className="must">{words('must')}</span>}
            </RowHead>
            <Cell label={t('exAsked')}>{level(line.asked, t('any'))}</Cell>
            <Cell label={t('exProven')}>{level(line.proven, t('nothing'))}</Cell>
            <Cell label={t('exPoints')} className="r num">
              {t('of', { points: line.points, of: line.of })}
            </Cell>
          </Row>
        ))}
      </StackTable>
      <p>{t('exampleEnd')}</p>
    </Section>
  );
}

function Tiers() {
  const t = useTranslations('help.coverage');
  return (
    <Section title={t('tiers')}>
      <p className="prose">{t('tiersText')}</p>
      <ul className="grid gap-2 phone:grid-cols-3">
        {[0, 1, 2, 3, 4, 5].map((level) => (
          <li key={level}>
            <Tier level={level} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

export default async function CoveragePage() {
  const t = await getTranslations('help.coverage');
  return (
    <div className="wrap form stack-6">
      <PageTitle title={t('title')}>{t('lead')}</PageTitle>
      <Section title={t('rules')}>
        <ol className="prose list-decimal space-y-2 ps-6">
          {rules.map((rule) => (
            <li key={rule}>{t(rule)}</li>
          ))}
        </ol>
      </Section>
      <Example />
      <Tiers />
      <Section title={t('follow')}>
        <p className="prose">{t('followText')}</p>
      </Section>
      <Reads />
      <Section title={t('people')}>
        <p className="prose">{t('peopleText')}</p>
      </Section>
    </div>
  );
}
