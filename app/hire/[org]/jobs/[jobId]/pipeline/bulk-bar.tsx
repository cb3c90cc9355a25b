'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { Button } from '#app/ui/base/button.tsx';
import { Kbd } from '#app/ui/base/kbd.tsx';
import { Menu, MenuItem } from '#app/ui/base/menu.tsx';
import type { CardOutput, MoveTarget } from '#server/applications/schemas.ts';
import { useStages } from '../stage-plan.tsx';
import { canAllGo } from './movable.ts';

/** What can be done with a selection: all of it at once, taken back at once. */
export function BulkBar({
  selected,
  onMove,
  onDecline,
  onClear,
}: {
  selected: readonly CardOutput[];
  onMove: (to: MoveTarget) => void;
  onDecline: () => void;
  onClear: () => void;
}) {
  const t = useTranslations('hire.board');
  const { targets, nameOf } = useStages();
  return (
    <>
      <span className="strong" role="status">
        {t('selected', { count: selected.length })}
      </span>
      <Menu
        trigger={
          <Button size="sm">
            {t('moveTo')} <ChevronDown className="ic" aria-hidden />
          </Button>
        }
      >
        {targets.map(
          (to, index) =>
            canAllGo(selected, to, targets) && (
              <MenuItem key={to} hint={<Kbd>{String(index + 1)}</Kbd>} onSelect={() => onMove(to)}>
                <bdi>{nameOf(to)}</bdi>
              </MenuItem>
            ),
        )}
      </Menu>
      <Button size="sm" onClick={onDecline}>
        {t('decline')} <Kbd>D</Kbd>
      </Button>
      <Button size="sm" bare onClick={onClear}>
        {t('clear')} <Kbd>Esc</Kbd>
      </Button>
    </>
  );
}
