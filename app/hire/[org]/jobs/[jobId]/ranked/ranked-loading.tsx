import { useTranslations } from 'next-intl';

const names = ['62%', '48%', '71%', '54%', '66%', '40%', '58%', '51%', '69%', '45%'] as const;

/** Grey lines in the shape of the rows to come: rank, name, number, bar. */
export function RankedLoading() {
  const t = useTranslations('ui');
  return (
    <div role="status" className="loading hire-body">
      <span className="vh">{t('loading')}</span>
      {names.map((width) => (
        <div className="skl ranked-skl" key={width} aria-hidden="true">
          <i style={{ inlineSize: '1.5rem' }} />
          <i style={{ inlineSize: width }} />
          <i style={{ inlineSize: '2.5rem' }} />
          <i style={{ inlineSize: '100%' }} />
        </div>
      ))}
      <p className="late t13 soft" aria-hidden="true">
        {t('stillLoading')}
      </p>
    </div>
  );
}
