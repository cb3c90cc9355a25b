'use client';

import { useTranslations } from 'next-intl';
import { DropdownMenu } from 'radix-ui';
import { useRef } from 'react';
import { Kbd } from '#app/ui/base/kbd.tsx';
import type { MoveTarget } from '#server/applications/schemas.ts';
import { useStages } from '../stage-plan.tsx';

/** Where a menu opens, and what gets the focus back. */
export interface MenuPlace {
  left: number;
  top: number;
  back: () => void;
}

/** The place under an element, which gets the focus back. */
export function placeUnder(element: HTMLElement): MenuPlace {
  const { left, bottom } = element.getBoundingClientRect();
  return { left, top: bottom, back: () => element.focus() };
}

/** The stages that people can be moved to, each with its number key; opened by a button or by M. */
export function MoveMenu({
  place,
  onMove,
  onClose,
}: {
  place: MenuPlace | null;
  onMove: (to: MoveTarget) => void;
  onClose: () => void;
}) {
  const t = useTranslations('hire.decide');
  const { targets, nameOf } = useStages();
  // Known for as long as the menu takes to close.
  const back = useRef<(() => void) | null>(null);
  if (place) back.current = place.back;
  return (
    <DropdownMenu.Root modal={false} open={place !== null} onOpenChange={(open) => !open && onClose()}>
      <DropdownMenu.Trigger asChild>
        <span
          aria-hidden="true"
          className="menu-place"
          tabIndex={-1}
          style={{ insetInlineStart: place?.left ?? 0, insetBlockStart: place?.top ?? 0 }}
        />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          className="menu pop"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label={t('moveTo')}
          onKeyDown={(event) => {
            const target = targets[Number(event.key) - 1];
            if (!target) return;
            event.preventDefault();
            onClose();
            onMove(target);
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            back.current?.();
          }}
        >
          <DropdownMenu.Label className="mh">{t('moveTo')}</DropdownMenu.Label>
          {targets.map((target, index) => (
            <DropdownMenu.Item key={target} className="mi" onSelect={() => onMove(target)}>
              {nameOf(target)}
              <span className="end">
                <Kbd>{String(index + 1)}</Kbd>
              </span>
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
