import { useTranslations } from 'next-intl';
import { NotStated, Signed } from '#app/ui/proof/signed.tsx';
import type { ResultOutput } from '#server/credentials/schemas.ts';

function ResultLine({ result, proven }: { result: ResultOutput; proven: boolean }) {
  const t = useTranslations('proof.result');
  const { name, value, max, required, level, levels, status } = result;
  return (
    <li>
      {name !== null && <span className="soft">{name}: </span>}
      {value !== null && (
        <>
          <Signed when={proven}>{value}</Signed>
          {max !== null && <span className="soft"> {t('of', { max })}</span>}
          {level !== null && ', '}
        </>
      )}
      {level !== null && (
        <>
          <span className="soft">{t('level')} </span>
          <Signed when={proven}>{level}</Signed>{' '}
        </>
      )}
      {level !== null && levels.length > 1 && (
        <span className="soft t13">{t('levels', { levels: levels.join(', ') })} </span>
      )}
      {required !== null && <span className="soft t13">({t('pass', { required })}) </span>}
      {status !== null && (
        <>
          {' '}
          <Signed when={proven}>{status}</Signed>
        </>
      )}
    </li>
  );
}

/** What was achieved, on the scale or rubric that the issuer states with it. */
export function Results({ results, proven }: { results: readonly ResultOutput[]; proven: boolean }) {
  const stated = results.filter(({ value, level, status }) => value ?? level ?? status);
  if (stated.length === 0) return <NotStated />;
  return (
    <ul className="stack-1">
      {stated.map((result) => (
        <ResultLine key={JSON.stringify(result)} result={result} proven={proven} />
      ))}
    </ul>
  );
}
