import { useTranslations } from 'next-intl';
import { Moment } from '#app/ui/base/moment.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { Cell, Row, RowHead, StackTable } from '#app/ui/base/table.tsx';
import { Verdict } from '#app/ui/proof/verdict.tsx';
import type { ProofOutput } from '#server/credentials/schemas.ts';

type Run = ProofOutput['runs'][number];

function useWhy(): (run: Run) => string {
  const t = useTranslations('proof');
  const known = { import: 'runs.import', recheck: 'runs.recheck', request: 'runs.request' } as const;
  return ({ trigger, code, bound, verdict }) => {
    const how = trigger in known ? t(known[trigger as keyof typeof known]) : trigger;
    const key = verdict === 'valid' && bound === 'no' ? 'foreign' : code;
    const short =
      key === null
        ? t('runs.nothing')
        : t(t.has(`reason.${key}.short`) ? `reason.${key}.short` : 'reason.other.short');
    return t('runs.changed', { trigger: how, short });
  };
}

/** How it stood before; spells in which the issuer did not answer are told apart from withdrawals. */
export function EarlierChecks({ proof }: { proof: ProofOutput }) {
  const t = useTranslations('proof.runs');
  const why = useWhy();
  return (
    <div className="noprint">
      <Section title={t('title')}>
        <StackTable label={t('title')} head={[t('when'), t('verdict'), t('why')]}>
          {proof.runs.map((run) => (
            <Row key={run.id}>
              <RowHead>
                <Moment at={run.at} />
              </RowHead>
              <Cell label={t('verdict')}>
                <Verdict verdict={run.verdict} bound={run.bound} code={run.code} />
              </Cell>
              <Cell label={t('why')}>{why(run)}</Cell>
            </Row>
          ))}
        </StackTable>
      </Section>
    </div>
  );
}
