import { useTranslations } from 'next-intl';
import { Mark, markOfResult } from './mark.tsx';
import type { AnchorLine, CheckResult } from './shapes.ts';

function Line({
  result,
  name,
  code,
  children,
}: {
  result: CheckResult;
  name: string;
  code: string | null;
  children: string;
}) {
  const t = useTranslations('ui');
  return (
    <li>
      <Mark kind={markOfResult(result)} label={t(`result.${result}`)} />
      <span className="nm">{name}</span>
      <div>
        <p>{children}</p>
        {code !== null && (
          <p className="code">
            <bdi dir="ltr">{code}</bdi>
          </p>
        )}
      </div>
      <span className="wh" />
    </li>
  );
}

/** The anchor of a Blockcert in two lines: what anybody can compute, and what block explorers were asked about (V7). */
export function AnchorLines({ anchor }: { anchor: AnchorLine }) {
  const t = useTranslations('ui.anchor');
  const { chain, transaction, offline, onChain, detail, isDemo } = anchor;
  const state = onChain === 'not-applicable' ? 'none' : onChain;
  const computed = offline === 'not-applicable' ? 'unknown' : offline;
  const told = [t(`onChainResult.${state}`), isDemo && state !== 'none' ? t('demo') : ''].filter(Boolean);
  return (
    <ol className="checks" aria-label={t('list')}>
      <Line result={offline} name={t('offline')} code={null}>
        {t(`offlineResult.${computed}`)}
      </Line>
      <Line
        result={onChain}
        name={t('onChain')}
        code={[chain, transaction, detail].filter(Boolean).join(' · ')}
      >
        {told.join(' ')}
      </Line>
    </ol>
  );
}
