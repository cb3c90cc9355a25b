'use client';

import { useTranslations } from 'next-intl';
import { CheckField, SelectField, TextArea, TextField } from '#app/ui/base/field.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { contracts, payPeriods, workplaces } from '#server/jobs/schemas.ts';
import type { Draft, Problems } from './draft.ts';

/** Fields in the order of the form, for the error summary. */
export const textFields = [
  'title',
  'description',
  'place',
  'pay',
  'payMin',
  'payMax',
  'payCurrency',
  'validThrough',
] as const;

type Props = { draft: Draft; problems: Problems; onChange: (patch: Partial<Draft>) => void };

function isOneOf<T extends string>(values: readonly T[], value: string): value is T {
  return (values as readonly string[]).includes(value);
}

function Pay({ draft, problems, onChange }: Props) {
  const t = useTranslations('hire.text');
  const money = (name: 'payMin' | 'payMax', id: string) => (
    <TextField
      id={id}
      label={t(name)}
      error={problems[name] ?? (name === 'payMin' ? problems.pay : undefined)}
      optional
      inputMode="numeric"
      width="10rem"
      value={draft[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <div className="asked-fields">
      {money('payMin', 'job-pay')}
      {money('payMax', 'job-payMax')}
      <TextField
        id="job-payCurrency"
        label={t('currency')}
        error={problems.payCurrency}
        width="6rem"
        maxLength={3}
        value={draft.payCurrency}
        onChange={(event) => onChange({ payCurrency: event.currentTarget.value })}
      />
      <SelectField
        label={t('period')}
        width="10rem"
        value={draft.payPeriod}
        onChange={({ currentTarget: { value } }) =>
          isOneOf(payPeriods, value) && onChange({ payPeriod: value })
        }
      >
        {payPeriods.map((period) => (
          <option key={period} value={period}>
            {t(`per.${period}`)}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

/** Text and facts of a job. */
export function JobText({ draft, problems, onChange }: Props) {
  const t = useTranslations('hire.text');
  return (
    <Section title={t('section')} gap={4}>
      <TextField
        id="job-title"
        label={t('title')}
        error={problems.title}
        value={draft.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
      />
      <TextArea
        id="job-description"
        label={t('description')}
        hint={t('descriptionHint')}
        error={problems.description}
        rows={8}
        value={draft.description}
        onChange={(event) => onChange({ description: event.currentTarget.value })}
      />
      <div className="asked-fields">
        <SelectField
          label={t('workplace')}
          value={draft.workplace}
          onChange={({ currentTarget: { value } }) =>
            isOneOf(workplaces, value) && onChange({ workplace: value })
          }
        >
          {workplaces.map((workplace) => (
            <option key={workplace} value={workplace}>
              {t(`at.${workplace}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          id="job-place"
          label={t('place')}
          hint={draft.workplace === 'remote' ? t('placeRemote') : undefined}
          error={problems.place}
          optional={draft.workplace === 'remote'}
          value={draft.place}
          onChange={(event) => onChange({ place: event.currentTarget.value })}
        />
        <SelectField
          label={t('contract')}
          value={draft.contract}
          onChange={({ currentTarget: { value } }) =>
            isOneOf(contracts, value) && onChange({ contract: value })
          }
        >
          {contracts.map((contract) => (
            <option key={contract} value={contract}>
              {t(`as.${contract}`)}
            </option>
          ))}
        </SelectField>
        <TextField
          id="job-validThrough"
          label={t('validThrough')}
          error={problems.validThrough}
          optional
          type="date"
          width="12rem"
          value={draft.validThrough}
          onChange={(event) => onChange({ validThrough: event.currentTarget.value })}
        />
      </div>
      <Pay draft={draft} problems={problems} onChange={onChange} />
      <CheckField
        label={t('degree')}
        checked={draft.degreeNeeded}
        onChange={(event) => onChange({ degreeNeeded: event.currentTarget.checked })}
      >
        <span className="block t13 quiet">{t('degreeHint')}</span>
      </CheckField>
    </Section>
  );
}
