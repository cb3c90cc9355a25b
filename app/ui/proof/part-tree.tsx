import { useFormatter, useTranslations } from 'next-intl';
import { Section } from '#app/ui/base/section.tsx';
import type { PartOutput } from '#server/credentials/schemas.ts';
import { CheckList } from './check-list.tsx';
import { Signed } from './signed.tsx';
import { SkillChips } from './skill-chip.tsx';
import { standingOf } from './standing.ts';
import { Verdict } from './verdict.tsx';

/** No registry was asked about the issuer of a part: its name is what it calls itself (V5). */
function useIssuer(): (part: PartOutput) => string {
  const t = useTranslations('ui.parts');
  const format = useFormatter();
  return ({ issuerName, validUntil }) => {
    const issuer = issuerName === null ? t('issuerUnknown') : t('issuer', { name: issuerName });
    if (validUntil === null) return issuer;
    const date = format.dateTime(validUntil, { day: 'numeric', month: 'short', year: 'numeric' });
    return `${issuer} · ${t('ends', { date })}`;
  };
}

/** Skills as proven only where the part stands and is the person's; else as words of the issuer. */
function PartSkills({ part }: { part: PartOutput }) {
  const t = useTranslations('ui.parts');
  const named = part.skills.filter(({ source }) => source === 'alignment');
  if (named.length === 0) return null;
  const isProof = standingOf(part.verdict, part.bound) === 'valid';
  const proven = isProof ? named.filter(({ state }) => state === 'proven') : [];
  const others = named.filter((skill) => !proven.includes(skill));
  return (
    <>
      {proven.length > 0 && (
        <SkillChips skills={proven.map(({ label, level }) => ({ label, level, state: 'proven' }))} />
      )}
      {others.length > 0 && (
        <ul className="row chips" aria-label={t('names')}>
          {others.map(({ label, uri }) => (
            <li key={`${label} ${uri}`} className="tag">
              {label}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** One part on one line: mark, what it is, and why it does not stand; its eight lines on demand. */
function PartRow({ part }: { part: PartOutput }) {
  const t = useTranslations('ui.parts');
  const issuerOf = useIssuer();
  const proven = part.signed && part.checks.some(({ name, result }) => name === 'proof' && result === 'pass');
  return (
    <li>
      <details>
        <summary>
          <Verdict verdict={part.verdict} bound={part.bound} code={part.code} />
          <span className="what">
            {part.title === null ? (
              <span className="soft">{t('untitled')}</span>
            ) : (
              <Signed when={proven}>{part.title}</Signed>
            )}
            <bdi className="by">{issuerOf(part)}</bdi>
            {part.sentence !== null && <span className="why">{part.sentence}</span>}
          </span>
        </summary>
        <div className="stack-2">
          <CheckList checks={part.checks.map((check) => ({ ...check, at: check.at.toISOString() }))} />
          <PartSkills part={part} />
          {part.hint !== null && <p className="t13 soft">{part.hint}</p>}
        </div>
      </details>
      {part.parts.length > 0 && (
        <PartList label={t('inside', { title: part.title ?? t('untitled') })} parts={part.parts} />
      )}
    </li>
  );
}

function PartList({ label, parts }: { label: string; parts: readonly PartOutput[] }) {
  return (
    <ol className="parts" aria-label={label}>
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no id of their own, and never change places
        <PartRow key={at} part={part} />
      ))}
    </ol>
  );
}

/** The credentials inside a record, as a tree: each with its own verdict. Nothing where there are none. */
export function PartTree({
  whole,
  parts,
}: {
  whole: Pick<PartOutput, 'verdict' | 'bound'>;
  parts: readonly PartOutput[];
}) {
  const t = useTranslations('ui.parts');
  if (parts.length === 0) return null;
  const holding = parts.filter(({ verdict }) => verdict === 'valid').length;
  const isDead = whole.verdict !== 'valid' || whole.bound === 'no';
  return (
    <Section title={t('title')} aside={t('count', { holding, all: parts.length })}>
      <PartList label={t('title')} parts={parts} />
      <p className="t13 quiet">{t(isDead ? 'noteDead' : 'note')}</p>
    </Section>
  );
}
