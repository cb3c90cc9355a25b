import { useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { checkNames } from '#app/ui/proof/shapes.ts';
import { Verdict } from '#app/ui/proof/verdict.tsx';

/** The eight checks by name, and the four answers they lead to. */
export function EightChecks() {
  const t = useTranslations('site.eight');
  const words = useTranslations('ui.check');
  return (
    <div id="how">
      <Section title={t('title')}>
        <ol className="grid grid-cols-2 text-base fold:grid-cols-4">
          {checkNames.map((name, index) => (
            <li
              key={name}
              className="grid grid-cols-[1.25rem_minmax(0,1fr)] content-start border-b border-rule pt-2 pe-4 pb-3"
            >
              <span className="num quiet">{index + 1}</span>
              <b>{words(name)}</b>
              <span className="soft col-start-2">{t(name)}</span>
            </li>
          ))}
        </ol>
        <p className="row sm mt-3 gap-x-5">
          <Verdict verdict="valid" bound="yes" />
          <Verdict verdict="valid" bound="no" />
          <Verdict verdict="unknown" bound="yes" />
          <Verdict verdict="invalid" bound="yes" />
          <span className="quiet">{t('answers')}</span>
          <AppLink href="/help/verify">{t('codes')}</AppLink>
        </p>
      </Section>
    </div>
  );
}
