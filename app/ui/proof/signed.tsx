import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';

/**
 * Words of an issuer. Serif only when `when`: the proof check passed and this very term is in the signed set.
 * Otherwise the same words in sans and grey. Emphasis inside is flattened by the stylesheet.
 */
export function Signed({
  when,
  as: As = 'span',
  children,
}: {
  when: boolean;
  as?: 'span' | 'p' | 'b' | 'div';
  children?: ReactNode;
}) {
  return <As className={when ? 'signed' : 'soft'}>{children}</As>;
}

/** The section that holds an issuer's words: "What the issuer says", or "The document claims" without a proof. */
export function IssuerWords({ proven, children }: { proven: boolean; children?: ReactNode }) {
  const t = useTranslations('ui.signed');
  return (
    <section className="sec stack-2">
      <header>
        <h2>{proven ? t('says') : t('claims')}</h2>
        <span className="quiet t13">{proven ? t('saysNote') : t('claimsNote')}</span>
      </header>
      {children}
    </section>
  );
}

/** A gap named as a gap. */
export function NotStated() {
  const t = useTranslations('ui.signed');
  return <span className="quiet">{t('notStated')}</span>;
}
