import { useTranslations } from 'next-intl';

const widths = ['80%', '62%', '71%', '54%', '76%', '66%'] as const;

/**
 * Grey lines in the shape of the rows to come: nothing for 300 ms, after 8 s a sentence. Both by stylesheet,
 * so that it works before any script runs. `label` names what is loading, `late` is the sentence. `whole`
 * where it stands for all of a page.
 */
export function LoadingRows({
  rows = 3,
  whole = false,
  label,
  late,
}: {
  rows?: number;
  whole?: boolean;
  label?: string | undefined;
  late?: string | undefined;
}) {
  const t = useTranslations('ui');
  const lines = Array.from({ length: rows }, (_, index) => ({
    key: `row-${index}`,
    width: widths[index % 6],
  }));
  return (
    <div role="status" className={whole ? 'loading whole' : 'loading'}>
      <span className="vh">{label ?? t('loading')}</span>
      {lines.map((line) => (
        <div className="skl" key={line.key} aria-hidden="true">
          <i style={{ inlineSize: '1.5rem' }} />
          <i style={{ inlineSize: line.width }} />
          <i style={{ inlineSize: '3rem', marginInlineStart: 'auto' }} />
        </div>
      ))}
      <p className="late t13 soft" aria-hidden="true">
        {late ?? t('stillLoading')}
      </p>
    </div>
  );
}
