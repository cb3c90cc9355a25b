import { useTranslations } from 'next-intl';
import { Fragment } from 'react';

export type CodeEntry = { code: string; sentence: string; hint: string };

/** A sentence of the catalogue of codes; what the report fills in is set in mono. */
function Sentence({ text }: { text: string }) {
  // Every second piece is the name of a gap.
  const pieces = text.replace(/(?<=\w)\{/g, ' {').split(/\{(\w+)\}/);
  return pieces.map((piece, index) => {
    const key = `${index}-${piece}`;
    return index % 2 === 1 ? (
      <span key={key} className="mono quiet">
        {piece}
      </span>
    ) : (
      <Fragment key={key}>{piece}</Fragment>
    );
  });
}

/** Codes with their sentence and what helps, each with an address of its own: `#code`. */
export function CodeList({ entries }: { entries: readonly CodeEntry[] }) {
  const t = useTranslations('help.codes');
  return (
    <ul>
      {entries.map(({ code, sentence, hint }) => (
        <li
          key={code}
          id={code}
          className="grid scroll-mt-6 gap-x-5 border-b border-rule py-3 text-base target:bg-selected phone:grid-cols-[13rem_minmax(0,1fr)]"
        >
          <h3 dir="ltr">
            <a className="mono font-normal" href={`#${code}`}>
              {code}
            </a>
          </h3>
          <div className="stack-1">
            <p className="strong">
              <Sentence text={sentence} />
            </p>
            <p className="soft">
              <span className="quiet">{t('mend')}</span> <Sentence text={hint} />
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}
