'use client';

import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview';
import { Ellipsis } from 'lucide-react';
import { useNow, useTranslations } from 'next-intl';
import { type RefObject, useEffect, useRef } from 'react';
import { drawnCoverage } from '#app/(site)/jobs/coverage-shape.ts';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { IconButton } from '#app/ui/base/icon-button.tsx';
import { Kbd } from '#app/ui/base/kbd.tsx';
import { Menu, MenuHead, MenuItem, MenuLine } from '#app/ui/base/menu.tsx';
import { CoverageBar } from '#app/ui/coverage/coverage-bar.tsx';
import { Points } from '#app/ui/coverage/points.tsx';
import type { CardOutput, MoveTarget } from '#server/applications/schemas.ts';
import { useStages } from '../stage-plan.tsx';
import { useToldTime } from '../use-told-time.ts';
import { isOpen, targetsFor } from './movable.ts';

/** What may be done with a card; absent for people who only look. */
export interface CardActions {
  move: (card: CardOutput, to: MoveTarget) => void;
  decline: (card: CardOutput) => void;
  undo: (card: CardOutput) => void;
}

function useFact() {
  const t = useTranslations('hire.board');
  const toldTime = useToldTime();
  const now = useNow();
  return (card: CardOutput): string => {
    if (card.stage === 'declined' && card.noticeAt) {
      const told = card.noticeAt <= now;
      return t(told ? 'toldAt' : 'tellAt', {
        time: toldTime(card.noticeAt, true),
      });
    }
    const days = Math.max(0, Math.floor((now.getTime() - card.stageSince.getTime()) / 86_400_000));
    return t('days', { days });
  };
}

function CardMenu({ card, href, actions }: { card: CardOutput; href: string; actions: CardActions | null }) {
  const t = useTranslations('hire.board');
  const { targets, nameOf } = useStages();
  const now = useNow();
  const open = isOpen(card);
  const untold = card.stage === 'declined' && card.noticeAt !== null && card.noticeAt > now;
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={t('actionsFor', { name: card.name })}>
          <Ellipsis className="ic" aria-hidden />
        </IconButton>
      }
    >
      {actions && open && (
        <>
          <MenuHead>{t('moveTo')}</MenuHead>
          {targetsFor(card, targets).map((to) => (
            <MenuItem
              key={to}
              hint={<Kbd>{String(targets.indexOf(to) + 1)}</Kbd>}
              onSelect={() => actions.move(card, to)}
            >
              <bdi>{nameOf(to)}</bdi>
            </MenuItem>
          ))}
          <MenuLine />
        </>
      )}
      <MenuItem href={href} hint={<Kbd>Enter</Kbd>}>
        {t('why')}
      </MenuItem>
      {actions && open && (
        <MenuItem stop hint={<Kbd>D</Kbd>} onSelect={() => actions.decline(card)}>
          {t('decline')}
        </MenuItem>
      )}
      {actions && untold && <MenuItem onSelect={() => actions.undo(card)}>{t('takeBack')}</MenuItem>}
    </Menu>
  );
}

/** Lets the card be dragged; of several at once the picture says how many. */
function useDraggable(
  ref: RefObject<HTMLElement | null>,
  { candidateId }: CardOutput,
  movable: boolean,
  many: string | null,
) {
  const latest = useRef(many);
  latest.current = many;
  useEffect(() => {
    const element = ref.current;
    if (!element || !movable) return;
    return draggable({
      element,
      getInitialData: () => ({ candidateId }),
      onGenerateDragPreview: ({ nativeSetDragImage }) => {
        const words = latest.current;
        if (words === null) return;
        setCustomNativeDragPreview({
          nativeSetDragImage,
          render: ({ container }) => {
            container.className = 'card drag-many';
            container.textContent = words;
          },
        });
      },
    });
  }, [ref, candidateId, movable]);
}

function Fact({ card }: { card: CardOutput }) {
  const t = useTranslations('hire.board');
  const fact = useFact();
  return (
    <p>
      {fact(card)}
      {card.notes > 0 && ` · ${t('notes', { count: card.notes })}`}
      {card.late && <b className="soon"> · {t('late')}</b>}
      {card.declineReason && <span className="block">{t(`because.${card.declineReason}`)}</span>}
    </p>
  );
}

/** One person on the board: name, bar, number, one fact. */
export function BoardCard({
  card,
  href,
  actions,
  current,
  selected,
  selectedCount,
  carried,
  onFocus,
  onSelect,
}: {
  card: CardOutput;
  href: string;
  actions: CardActions | null;
  current: boolean;
  selected: boolean;
  selectedCount: number;
  /** Picked up, by keys or by the pointer. */
  carried: boolean;
  onFocus: () => void;
  onSelect: (range: boolean) => void;
}) {
  const t = useTranslations('hire.board');
  const ref = useRef<HTMLLIElement>(null);
  const coverage = card.coverage && drawnCoverage(card.coverage);
  const movable = actions !== null && isOpen(card);
  const many = selected && selectedCount > 1 ? t('people', { count: selectedCount }) : null;
  useDraggable(ref, card, movable, many);
  return (
    <li
      ref={ref}
      className={['card', selected && 'picked', carried && 'carried', card.stage === 'declined' && 'ended']
        .filter(Boolean)
        .join(' ')}
    >
      <div className="card-head">
        <AppLink
          id={`card-${card.candidateId}`}
          className="card-name"
          href={href}
          tabIndex={current ? 0 : -1}
          onFocus={onFocus}
          draggable={false}
        >
          <bdi>{card.name}</bdi>
        </AppLink>
        <CardMenu card={card} href={href} actions={actions} />
      </div>
      {coverage && (
        <div className="covrow">
          <CoverageBar coverage={coverage} size="thin" />
          <Points coverage={coverage} size="sm" />
        </div>
      )}
      <div className="card-foot t13 quiet">
        <Fact card={card} />
        {movable && (
          <input
            className="chk"
            type="checkbox"
            tabIndex={-1}
            checked={selected}
            onClick={(event) => onSelect(event.shiftKey)}
            readOnly
            aria-label={t('select', { name: card.name })}
          />
        )}
      </div>
    </li>
  );
}
