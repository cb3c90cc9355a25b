'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#app/ui/base/button.tsx';
import { SelectField } from '#app/ui/base/field.tsx';

/** Adds a rule for one of the registries that are read here. */
export function AddRegistry({ names, onAdd }: { names: readonly string[]; onAdd: (name: string) => void }) {
  const t = useTranslations('policy.page');
  const [name, setName] = useState(names[0] ?? '');
  return (
    <div className="row items-end">
      <SelectField
        label={t('addRegistry')}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      >
        {names.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </SelectField>
      <Button onClick={() => onAdd(name)}>{t('add')}</Button>
    </div>
  );
}
