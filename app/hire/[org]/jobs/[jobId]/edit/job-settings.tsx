'use client';

import { useTranslations } from 'next-intl';
import { SelectField } from '#app/ui/base/field.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { hidingStages } from '#server/jobs/schemas.ts';
import type { Draft } from './draft.ts';

/** How people are looked at for this job. */
export function JobSettings({
  draft,
  onChange,
}: {
  draft: Draft;
  onChange: (patch: Partial<Draft>) => void;
}) {
  const t = useTranslations('hire.settings');
  const stage = useTranslations('hire.decide.stage');
  return (
    <Section title={t('section')} gap={4}>
      <SelectField
        id="job-namesHiddenUntil"
        label={t('hideNames')}
        hint={t('hideNamesHint')}
        width="16rem"
        value={draft.namesHiddenUntil ?? ''}
        onChange={({ currentTarget: { value } }) =>
          onChange({ namesHiddenUntil: hidingStages.find((each) => each === value) ?? null })
        }
      >
        <option value="">{t('namesShown')}</option>
        {hidingStages.map((each) => (
          <option key={each} value={each}>
            {t('until', { stage: stage(each) })}
          </option>
        ))}
      </SelectField>
    </Section>
  );
}
