import { useTranslations } from 'next-intl';
import { chipOf } from '#app/(candidate)/credential-words.ts';
import { Section } from '#app/ui/base/section.tsx';
import { Cell, Row, RowHead, StackTable } from '#app/ui/base/table.tsx';
import { Mark } from '#app/ui/proof/mark.tsx';
import { SkillChip } from '#app/ui/proof/skill-chip.tsx';
import { StatedVerdict, Verdict } from '#app/ui/proof/verdict.tsx';
import type { ProofOutput, SkillOutput } from '#server/credentials/schemas.ts';

function useHow(): (skill: SkillOutput) => string {
  const t = useTranslations('proof.skills');
  return ({ source, state, words, skillKey }) => {
    if (source === 'alignment')
      return t(skillKey === null && state === 'not-counted' ? 'unknownScheme' : 'alignment');
    if (state === 'proven' || state === 'unknown') return t('tag');
    const from = words === null ? t('tag') : t(source === 'tag' ? 'tagWords' : 'nameWords', { words });
    return `${from}; ${t(state === 'confirmed' ? 'confirmed' : 'proposed')}`;
  };
}

function Counts({ skill, proof }: { skill: SkillOutput; proof: ProofOutput }) {
  const t = useTranslations('proof.skills');
  if (skill.state === 'proven')
    return <Verdict verdict={proof.verdict} bound={proof.bound} word={t('yes')} />;
  if (skill.state === 'unknown') return <Verdict verdict="unknown" bound={proof.bound} word={t('later')} />;
  return (
    <span className="verd stated">
      <Mark kind="unmet" />
      {t('no')}
    </span>
  );
}

function SkillRow({ skill, proof }: { skill: SkillOutput; proof: ProofOutput }) {
  const t = useTranslations('proof.skills');
  const how = useHow();
  const chip = chipOf(skill, proof);
  const { level } = skill;
  return (
    <Row>
      <RowHead>{chip === null ? <StatedVerdict word={skill.label} /> : <SkillChip {...chip} />}</RowHead>
      <Cell label={t('level')}>
        {level === null ? (
          <span className="quiet">{t('levelNotStated')}</span>
        ) : (
          t('levelIs', { level, word: t(`word${level}`) })
        )}
      </Cell>
      <Cell label={t('how')}>
        {how(skill)}
        {skill.uri !== null && (
          <span className="mono quiet xs block break-all" dir="ltr">
            {skill.uri}
          </span>
        )}
      </Cell>
      <Cell label={t('counts')}>
        <Counts skill={skill} proof={proof} />
      </Cell>
    </Row>
  );
}

function SkillTable({ skills, proof }: { skills: readonly SkillOutput[]; proof: ProofOutput }) {
  const t = useTranslations('proof.skills');
  return (
    <StackTable
      label={t('title')}
      head={[
        { key: 'skill', label: t('skill'), width: '34%' },
        { key: 'level', label: t('level'), width: '20%' },
        t('how'),
        t('counts'),
      ]}
    >
      {skills.map((skill) => (
        <SkillRow key={`${skill.skillKey} ${skill.label}`} skill={skill} proof={proof} />
      ))}
    </StackTable>
  );
}

const shownAtOnce = 8;

/** The first eight at once, the others on request. */
function SkillTables({ proof }: { proof: ProofOutput }) {
  const t = useTranslations('proof.skills');
  const rest = proof.skills.slice(shownAtOnce);
  return (
    <>
      <SkillTable skills={proof.skills.slice(0, shownAtOnce)} proof={proof} />
      {rest.length > 0 && (
        <details>
          <summary className="t13">{t('more', { count: rest.length })}</summary>
          <SkillTable skills={rest} proof={proof} />
        </details>
      )}
    </>
  );
}

/** Each skill with its level, where we read it, and whether it counts. */
export function SkillsRead({ proof }: { proof: ProofOutput }) {
  const t = useTranslations('proof.skills');
  const foreign = proof.verdict === 'valid' && proof.bound !== 'yes';
  return (
    <Section title={t('title')}>
      {foreign && <p className="soft sm">{t('foreign')}</p>}
      {proof.skills.length === 0 ? (
        <p className="soft sm">
          {t('none')} {t('noneHelp')}
        </p>
      ) : (
        <SkillTables proof={proof} />
      )}
    </Section>
  );
}
