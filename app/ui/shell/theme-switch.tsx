'use client';

import { useTranslations } from 'next-intl';
import { useSyncExternalStore } from 'react';
import { SegmentedRadio } from '#app/ui/base/segmented.tsx';

type Theme = 'system' | 'light' | 'dark';

const changed = 'assay-theme';

function readTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

function chooseTheme(theme: Theme): void {
  const root = document.documentElement;
  if (theme === 'system') delete root.dataset.theme;
  else root.dataset.theme = theme;
  try {
    if (theme === 'system') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    // A browser that keeps nothing still shows the choice until the page is left.
  }
  window.dispatchEvent(new Event(changed));
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener(changed, onChange);
  return () => window.removeEventListener(changed, onChange);
}

/** System, light or dark; kept in this browser. `name` tells two switches on one page apart. */
export function ThemeSwitch({ name = 'theme' }: { name?: string }) {
  const t = useTranslations('ui.theme');
  const theme = useSyncExternalStore(subscribe, readTheme, () => 'system' as const);
  const options = (['system', 'light', 'dark'] as const).map((value) => ({ value, label: t(value) }));
  return (
    <SegmentedRadio
      legend={t('label')}
      legendHidden
      name={name}
      options={options}
      value={theme}
      radio={{
        onChange: (event) => {
          const value = options.find((option) => option.value === event.currentTarget.value)?.value;
          if (value !== undefined) chooseTheme(value);
        },
      }}
    />
  );
}
