import { Check, EyeOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Section } from '#app/ui/base/section.tsx';

const line = 'flex items-center gap-2 py-[5px]';

/** What a ranking reads and what it cannot see, side by side. Shared with "How coverage is counted". */
export function Reads({ more = false }: { more?: boolean }) {
  const reads = useTranslations('site.reads');
  const blind = useTranslations('site.blind');
  return (
    <div id="inputs" className="grid gap-6 fold:grid-cols-2 fold:gap-8">
      <Section title={reads('title')}>
        <ul className="sm">
          {(['skills', 'tier', 'today', 'weights'] as const).map((key) => (
            <li key={key} className={line}>
              <Check className="ic" aria-hidden />
              {reads(key)}
            </li>
          ))}
        </ul>
      </Section>
      <Section title={blind('title')}>
        <ul className="sm">
          {(['person', 'degree', 'said'] as const).map((key) => (
            <li key={key} className={line}>
              <EyeOff className="ic" aria-hidden />
              {blind(key)}
            </li>
          ))}
        </ul>
        {more && (
          <AppLink className="sm" href="/how-coverage-counts">
            {blind('more')}
          </AppLink>
        )}
      </Section>
    </div>
  );
}
