/** What can be pressed, typed into, opened. */
'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '#app/ui/base/button.tsx';
import { Dialog, DialogClose } from '#app/ui/base/dialog.tsx';
import { ErrorSummary } from '#app/ui/base/error-summary.tsx';
import { CheckField, SelectField, TextArea, TextField } from '#app/ui/base/field.tsx';
import { Kbd } from '#app/ui/base/kbd.tsx';
import { Menu, MenuHead, MenuItem, MenuLine } from '#app/ui/base/menu.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { SegmentedRadio } from '#app/ui/base/segmented.tsx';
import { useToast } from '#app/ui/base/toast.tsx';

export function Buttons() {
  const t = useTranslations('kit');
  return (
    <Section title={t('buttons')}>
      <div className="row top">
        <Button tone="go">
          {t('advance')} <Kbd>E</Kbd>
        </Button>
        <Button>{t('save')}</Button>
        <Button tone="stop">{t('decline')}</Button>
        <Button notYet={t('publishNotYet')}>{t('publish')}</Button>
        <Menu
          trigger={
            <Button>
              {t('menuTrigger')} <ChevronDown className="ic" aria-hidden />
            </Button>
          }
        >
          <MenuHead>{t('menuHead')}</MenuHead>
          <MenuItem hint={<Kbd>1</Kbd>}>{t('screen')}</MenuItem>
          <MenuItem hint={<Kbd>2</Kbd>}>{t('task')}</MenuItem>
          <MenuLine />
          <MenuItem stop hint={<Kbd>D</Kbd>}>
            {t('decline')}
          </MenuItem>
        </Menu>
        <Dialog
          title={t('dialogTitle')}
          description={t('dialogText')}
          trigger={<Button tone="stop">{t('dialogTrigger')}</Button>}
          actions={
            <>
              <DialogClose>
                <Button tone="stop">{t('dialogConfirm')}</Button>
              </DialogClose>
              <DialogClose>
                <Button>{t('dialogKeep')}</Button>
              </DialogClose>
            </>
          }
        />
      </div>
      <p className="t13 soft">{t('buttonsNote')}</p>
    </Section>
  );
}

export function Toasts() {
  const t = useTranslations('kit');
  const toast = useToast();
  const [back, setBack] = useState(0);
  return (
    <Section title={t('toast')}>
      <Button
        onClick={() =>
          toast.show({
            kind: 'moved',
            say: (count) => t.rich('toastText', { count, b: (words) => <b>{words}</b> }),
            undo: () => setBack((times) => times + 1),
          })
        }
      >
        {t('toastAction')}
      </Button>
      <p className="t13 soft">
        {t('toastNote')} {back > 0 && `${t('toastBack')}: ${back}`}
      </p>
    </Section>
  );
}

export function Fields() {
  const t = useTranslations('kit');
  const [sent, setSent] = useState(false);
  const error = sent ? t('fieldWeightError') : undefined;
  return (
    <Section title={t('fields')} gap={4}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setSent(true);
        }}
      >
        <ErrorSummary errors={error === undefined ? [] : [{ fieldId: 'weight', message: error }]} />
        <TextField
          label={t('fieldEmail')}
          hint={t('fieldEmailHint')}
          type="email"
          autoComplete="off"
          width="20rem"
        />
        <TextField
          id="weight"
          label={t('fieldWeight')}
          inputMode="numeric"
          defaultValue="12"
          width="6rem"
          error={error}
        />
        <TextArea label={t('fieldNote')} optional />
        <SelectField label={t('fieldPlace')} width="12rem">
          <option>{t('fieldPlaceAny')}</option>
          <option>{t('fieldPlaceRemote')}</option>
        </SelectField>
        <SegmentedRadio
          legend={t('fieldLevel')}
          name="level"
          defaultValue="3"
          options={['1', '2', '3', '4'].map((value) => ({ value, label: value }))}
        />
        <CheckField label={t('fieldAgree')} />
        <Button type="submit">{t('save')}</Button>
      </form>
    </Section>
  );
}
