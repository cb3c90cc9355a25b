'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Dialog } from '#app/ui/base/dialog.tsx';
import { Kbd } from '#app/ui/base/kbd.tsx';
import { goKeys, type PalettePlace } from './places.ts';
import { setSingleKeys, singleKeysOn } from './single-keys.ts';

/** Keys of lists and boards, as useKeys answers them there; words under `palette.does`. */
const listKeys = [
  'next',
  'open',
  'select',
  'advance',
  'decline',
  'move',
  'filter',
  'search',
  'undo',
] as const;

/** Every key, and the switch that turns single ones off. */
export function AllKeys({
  places,
  house,
  onClose,
}: {
  places: readonly PalettePlace[];
  /** Whether lists of candidates are near, which have keys of their own. */
  house: boolean;
  onClose: () => void;
}) {
  const t = useTranslations('palette');
  const [on, setOn] = useState(singleKeysOn);
  const line = (keys: string, does: string) => (
    <div key={keys + does}>
      <dt>
        <Kbd>{keys}</Kbd>
      </dt>
      <dd>{does}</dd>
    </div>
  );
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()} title={t('allKeys')} wide>
      <dl className="keys">
        {house && listKeys.map((key) => line(t(`key.${key}`), t(`does.${key}`)))}
        {places.flatMap(({ key, label }) => {
          const letter = goKeys[key];
          return letter === undefined ? [] : [line(t('goKey', { letter: letter.toUpperCase() }), label)];
        })}
        {line(t('openKey'), t('does.jump'))}
        {line('?', t('does.allKeys'))}
      </dl>
      <label className="check">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            setSingleKeys(event.currentTarget.checked);
            setOn(event.currentTarget.checked);
          }}
        />
        <span>
          {t('singleKeys')}
          <br />
          <span className="sm soft">{t('singleKeysHint')}</span>
        </span>
      </label>
    </Dialog>
  );
}
