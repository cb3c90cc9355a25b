import { useFormatter, useTranslations } from 'next-intl';
import { Mark, markOfResult } from './mark.tsx';
import { type CheckLine, type CheckName, type CheckResult, checkNames } from './shapes.ts';

function lineOf(checks: readonly CheckLine[], name: CheckName): CheckLine | undefined {
  return checks.find((check) => check.name === name);
}

/** How many of the eight passed, are unknown, failed; a missing one is unknown, one that does not apply is none. */
export function countResults(checks: readonly Pick<CheckLine, 'name' | 'result'>[]): {
  passed: number;
  unknown: number;
  failed: number;
} {
  const results = checkNames.map<CheckResult>(
    (name) => checks.find((check) => check.name === name)?.result ?? 'unknown',
  );
  const count = (result: CheckResult) => results.filter((each) => each === result).length;
  return { passed: count('pass'), unknown: count('unknown'), failed: count('fail') };
}

function CheckRow({ name, check }: { name: CheckName; check: CheckLine | undefined }) {
  const t = useTranslations('ui');
  const format = useFormatter();
  const result = check?.result ?? 'unknown';
  const code = check ? [check.code, check.source].filter(Boolean).join(' · ') : 'check.missing';
  return (
    <li>
      <Mark kind={markOfResult(result)} label={t(`result.${result}`)} />
      <span className="nm">{t(`check.${name}`)}</span>
      <div>
        <p>{check?.message ?? t('check.missing')}</p>
        <p className="code">
          <bdi dir="ltr">{code}</bdi>
        </p>
      </div>
      {check ? (
        <time className="wh" dateTime={check.at}>
          {format.dateTime(new Date(check.at), {
            day: 'numeric',
            month: 'short',
            hour: '2-digit',
            minute: '2-digit',
            second: '2-digit',
          })}
        </time>
      ) : (
        <span className="wh" />
      )}
    </li>
  );
}

/** Eight lines, whatever the report holds. A check missing from it is unknown, and says so. */
export function CheckList({ checks }: { checks: readonly CheckLine[] }) {
  return (
    <ol className="checks">
      {checkNames.map((name) => (
        <CheckRow key={name} name={name} check={lineOf(checks, name)} />
      ))}
    </ol>
  );
}

/** "7 passed, 1 unknown, 0 failed". */
export function CheckCounts({ checks }: { checks: readonly Pick<CheckLine, 'name' | 'result'>[] }) {
  const t = useTranslations('ui.check');
  return <span className="quiet t13">{t('counts', countResults(checks))}</span>;
}

/** The eight results as marks in one line, for dense lists; one image with one name. */
export function CheckStrip({ checks }: { checks: readonly Pick<CheckLine, 'name' | 'result'>[] }) {
  const t = useTranslations('ui.check');
  return (
    <span className="strip" role="img" aria-label={t('strip', { counts: t('counts', countResults(checks)) })}>
      {checkNames.map((name) => (
        <Mark
          key={name}
          size="xs"
          kind={markOfResult(checks.find((check) => check.name === name)?.result ?? 'unknown')}
        />
      ))}
    </span>
  );
}
