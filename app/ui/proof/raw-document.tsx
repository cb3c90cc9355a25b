import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/**
 * The document as received, in its own scrolling region: the first `limit` (200) lines, the rest by download.
 * `actions` are copy and download, `children` a line on what is kept and what is outside the signature.
 */
export function RawDocument({
  text,
  limit = 200,
  actions,
  children,
}: {
  text: string;
  limit?: number;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const t = useTranslations('ui.raw');
  const lines = text.split('\n');
  const rest = lines.length - limit;
  return (
    <section className="sec stack-2 newpage">
      <header>
        <h2>{t('title')}</h2>
        {actions !== undefined && <span className="row tight noprint">{actions}</span>}
      </header>
      {children !== undefined && <p className="t13 quiet">{children}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="well" tabIndex={0} aria-label={t('title')} dir="ltr">
        <pre>{rest > 0 ? lines.slice(0, limit).join('\n') : text}</pre>
      </section>
      {rest > 0 && <p className="t13 quiet">{t('more', { count: rest })}</p>}
    </section>
  );
}
