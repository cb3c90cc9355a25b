import { useTranslations } from 'next-intl';
import { Moment } from '#app/ui/base/moment.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { Cell, Row, RowHead, StackTable } from '#app/ui/base/table.tsx';
import { Verdict } from '#app/ui/proof/verdict.tsx';
import type { ProofOutput } from '#server/credentials/schemas.ts';

type Spell = ProofOutput['spells'][number];

/** What a spell was: nothing wrong, nobody answered, or what was found. */
function useWhat(spells: readonly Spell[]) {
  const t = useTranslations('proof');
  return (spell: Spell) => {
    const { verdict, bound, code, checks } = spell;
    const key = verdict === 'valid' && bound === 'no' ? 'foreign' : code;
    const times = t('spells.checks', { count: checks });
    if (key === null) return `${t('spells.nothing')} ${times}`;
    const short = t(t.has(`reason.${key}.short`) ? `reason.${key}.short` : 'reason.other.short');
    if (!spell.silent) return `${t('spells.found', { short })} ${times}`;
    const good = spells.find((other) => other.verdict === 'valid' && other.from < spell.from);
    return (
      <>
        {t('spells.found', { short })} {times}{' '}
        {good === undefined
          ? t('spells.neverGood')
          : t.rich('spells.lastGood', { at: () => <Moment at={good.to} /> })}
      </>
    );
  };
}

/**
 * How it stood before, as spells of the same finding. Those in which nobody answered are told apart from withdrawals:
 * an issuer that is away has withdrawn nothing.
 */
export function EarlierChecks({ proof }: { proof: ProofOutput }) {
  const t = useTranslations('proof.spells');
  const what = useWhat(proof.spells);
  const silent = proof.spells.filter((spell) => spell.silent).length;
  const withdrawn = proof.spells.filter((spell) => spell.code === 'revoked').length;
  return (
    <div className="noprint">
      <Section title={t('title')} aside={t('counts', { silent, withdrawn })}>
        <StackTable label={t('title')} head={[t('when'), t('verdict'), t('what')]}>
          {proof.spells.map((spell, index) => (
            <Row key={spell.id}>
              <RowHead>
                <Moment at={spell.from} />
                {spell.to > spell.from && (
                  <span className="quiet block">
                    {t.rich(index === 0 ? 'seen' : 'to', { at: () => <Moment at={spell.to} /> })}
                  </span>
                )}
              </RowHead>
              <Cell label={t('verdict')}>
                <Verdict verdict={spell.verdict} bound={spell.bound} code={spell.code} />
              </Cell>
              <Cell label={t('what')}>{what(spell)}</Cell>
            </Row>
          ))}
        </StackTable>
      </Section>
    </div>
  );
}
