import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { MoreWords } from '#app/i18n/more-words.tsx';
import { PageTitle } from '#app/ui/base/page-head.tsx';
import { ToastProvider } from '#app/ui/base/toast.tsx';
import { PublicShell } from '#app/ui/shell/public-shell.tsx';
import { Buttons, Fields, Toasts } from './control-parts.tsx';
import { CoverageBars, Explanation } from './coverage-parts.tsx';
import { Checks, Evidence, Plates, Results, Rows, Skills, Verdicts, Voices } from './proof-parts.tsx';
import { Colours, Empties, Facts, Notes, Shortcuts, Stacking } from './state-parts.tsx';

export const metadata: Metadata = { title: 'Kit', robots: { index: false } };

/** Every mark and state once, for comparison with the design and for the guard tests in a browser. */
export default async function KitPage() {
  const t = await getTranslations('kit');
  return (
    <PublicShell>
      <MoreWords of={['kit']}>
        <ToastProvider>
          <div className="wrap">
            <PageTitle title={t('title')}>{t('intro')}</PageTitle>
            <div className="mt-6 grid items-start gap-8 fold:grid-cols-3 *:min-w-0">
              <Verdicts />
              <Results />
              <Evidence />
              <Skills />
              <div className="fold:col-span-2">
                <CoverageBars />
              </div>
              <div className="fold:col-span-2">
                <Explanation />
              </div>
              <Facts />
              <Empties />
              <Notes />
              <Toasts />
              <div className="fold:col-span-2">
                <Fields />
              </div>
              <Buttons />
              <div className="fold:col-span-2">
                <Stacking />
              </div>
              <Shortcuts />
              <div className="stack-6 fold:col-span-3">
                <Plates />
                <Checks />
                <Rows />
                <Colours />
                <Voices />
              </div>
            </div>
          </div>
        </ToastProvider>
      </MoreWords>
    </PublicShell>
  );
}
