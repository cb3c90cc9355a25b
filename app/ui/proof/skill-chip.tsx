import { useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Mark, type MarkKind } from './mark.tsx';
import type { SkillState } from './standing.ts';

export type SkillChipData = {
  label: string;
  state: SkillState;
  level?: number | null | undefined;
  href?: string | undefined;
};

const markOf: Record<SkillState, MarkKind> = {
  proven: 'valid',
  unknown: 'unknown',
  lapsed: 'invalid',
  stated: 'stated',
  suggestion: 'stated',
};

/**
 * A skill as it stands: proven (cut, tinted), unknown (broken frame), lapsed (struck through), stated and our
 * suggestion (dashed, round). Take `state` from `skillStateOf`; a proven chip links to its best proof.
 */
export function SkillChip({ label, state, level, href }: SkillChipData) {
  const t = useTranslations('ui.skill');
  const spoken = state === 'suggestion' ? 'stated' : state;
  const note =
    state === 'suggestion'
      ? t('suggestion')
      : state === 'proven'
        ? level
          ? t('level', { level })
          : t('levelNotStated')
        : null;
  const body = (
    <>
      <Mark kind={markOf[state]} label={t(spoken)} />
      {state === 'lapsed' ? <s className="nm">{label}</s> : <span className="nm">{label}</span>}
      {note !== null && <span className="lv">{note}</span>}
    </>
  );
  const look = `chip ${spoken}`;
  if (href === undefined) return <span className={look}>{body}</span>;
  return (
    <AppLink className={look} href={href}>
      {body}
    </AppLink>
  );
}

/** Chips in a row; beyond `limit` (8) the rest is a number. */
export function SkillChips({ skills, limit = 8 }: { skills: readonly SkillChipData[]; limit?: number }) {
  const t = useTranslations('ui.skill');
  const rest = skills.length - limit;
  return (
    <div className="row chips">
      {skills.slice(0, limit).map((skill) => (
        <SkillChip key={`${skill.state} ${skill.label}`} {...skill} />
      ))}
      {rest > 0 && <span className="t13 quiet">{t('more', { count: rest })}</span>}
    </div>
  );
}
