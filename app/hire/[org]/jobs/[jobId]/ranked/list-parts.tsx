'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#app/ui/base/button.tsx';
import { Dialog } from '#app/ui/base/dialog.tsx';
import { Kbd } from '#app/ui/base/kbd.tsx';
import { useStages } from '../stage-plan.tsx';
import { type MenuPlace, placeUnder } from './move-menu.tsx';
import type { Chosen } from './use-selection.ts';

/** The button that opens the stages to move to. */
function MoveButton({ onMoveTo }: { onMoveTo: (place: MenuPlace) => void }) {
  const t = useTranslations('hire.decide');
  return (
    <Button aria-haspopup="menu" onClick={(event) => onMoveTo(placeUnder(event.currentTarget))}>
      {t('moveTo')} <Kbd>M</Kbd>
      <ChevronDown className="ic" aria-hidden />
    </Button>
  );
}

/** Decision buttons at the end of the explanation. */
export function Decide({
  person,
  onAdvance,
  onDecline,
  onMoveTo,
}: {
  person: Chosen;
  onAdvance: () => void;
  onDecline: () => void;
  onMoveTo: (place: MenuPlace) => void;
}) {
  const t = useTranslations('hire.decide');
  const { next: nextOf, nameOf } = useStages();
  const next = nextOf(person.stage);
  if (!next) return null;
  return (
    <div className="row">
      <Button tone="go" onClick={onAdvance}>
        {t('advance', { stage: nameOf(next) })} <Kbd>E</Kbd>
      </Button>
      <Button onClick={onDecline}>
        {t('decline')} <Kbd>D</Kbd>
      </Button>
      <MoveButton onMoveTo={onMoveTo} />
    </div>
  );
}

/** Who is chosen, and what can be done with all of them. */
export function SelectionBar({
  people,
  onMoveTo,
  onClear,
}: {
  people: readonly Chosen[];
  onMoveTo: (place: MenuPlace) => void;
  onClear: () => void;
}) {
  const t = useTranslations('hire.ranked');
  if (people.length === 0) return null;
  return (
    <section className="selection" aria-label={t('selection')}>
      <b role="status">{t('selected', { count: people.length })}</b>
      <MoveButton onMoveTo={onMoveTo} />
      <Button bare onClick={onClear}>
        {t('clear')}
      </Button>
    </section>
  );
}

/** The keys that matter most, under the list. */
export function KeysLine() {
  const t = useTranslations('hire.ranked');
  const key = (name: string) => () => <Kbd>{name}</Kbd>;
  return (
    <p className="t13 quiet keys-line">
      {t.rich('keys', {
        j: key('J'),
        k: key('K'),
        enter: key('Enter'),
        x: key('X'),
        e: key('E'),
        d: key('D'),
        all: key('?'),
      })}
    </p>
  );
}

const allKeys = [
  ['next', ['J', '↓']],
  ['previous', ['K', '↑']],
  ['cells', ['→', '←']],
  ['ends', ['Home', 'End']],
  ['far', ['PageDown', 'PageUp']],
  ['explain', ['Enter']],
  ['close', ['Esc']],
  ['select', ['X']],
  ['range', ['Shift X']],
  ['advance', ['E']],
  ['decline', ['D']],
  ['move', ['M']],
  ['moveTo', ['1', '–', '9']],
  ['undo', ['Z']],
  ['search', ['/']],
  ['filter', ['F']],
] as const;

/** Every key of the list. */
export function AllKeys({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const t = useTranslations('hire.keys');
  return (
    <Dialog title={t('title')} description={t('text')} open={open} onOpenChange={onOpenChange}>
      <dl className="kv">
        {allKeys.map(([name, keys]) => (
          <div key={name}>
            <dt>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{t(name)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
