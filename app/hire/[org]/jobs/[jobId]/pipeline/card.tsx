'use client';

import { Ellipsis } from 'lucide-react';
import { useFormatter, useNow, useTranslations } from 'next-intl';
import type { DragEvent } from 'react';
import { drawnCoverage } from '#app/(site)/jobs/coverage-shape.ts';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { IconButton } from '#app/ui/base/icon-button.tsx';
import { Kbd } from '#app/ui/base/kbd.tsx';
import { Menu, MenuHead, MenuItem, MenuLine } from '#app/ui/base/menu.tsx';
import { CoverageBar } from '#app/ui/coverage/coverage-bar.tsx';
import { Points } from '#app/ui/coverage/points.tsx';
import { type CardOutput, type MoveTarget, openStages } from '#server/applications/schemas.ts';

/** What may be done with a card; absent for people who only look. */
export interface CardActions {
  move: (card: CardOutput, to: MoveTarget) => void;
  decline: (card: CardOutput) => void;
  undo: (card: CardOutput) => void;
}

function useFact() {
  const t = useTranslations('hire.board');
  const format = useFormatter();
  const now = useNow();
  return (card: CardOutput): string => {
    if (card.stage === 'declined' && card.noticeAt) {
      const told = card.noticeAt <= now;
      return t(told ? 'toldAt' : 'tellAt', {
        time: format.dateTime(card.noticeAt, {
          day: 'numeric',
          month: 'short',
          hour: '2-digit',
          minute: '2-digit',
        }),
      });
    }
    const days = Math.max(0, Math.floor((now.getTime() - card.stageSince.getTime()) / 86_400_000));
    return t('days', { days });
  };
}

function CardMenu({ card, href, actions }: { card: CardOutput; href: string; actions: CardActions | null }) {
  const t = useTranslations('hire.board');
  const stage = useTranslations('hire.decide.stage');
  const open = (openStages as readonly string[]).includes(card.stage);
  const targets: MoveTarget[] = [
    ...openStages.filter((each) => each !== card.stage),
    ...(card.stage === 'offer' ? (['hired'] as const) : []),
  ];
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
          {targets.map((to) => (
            <MenuItem
              key={to}
              hint={<Kbd>{String([...openStages, 'hired'].indexOf(to) + 1)}</Kbd>}
              onSelect={() => actions.move(card, to)}
            >
              {stage(to)}
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
      {actions && card.stage === 'declined' && (
        <MenuItem onSelect={() => actions.undo(card)}>{t('takeBack')}</MenuItem>
      )}
    </Menu>
  );
}

/** One person on the board: name, bar, number, one fact. */
export function BoardCard({
  card,
  href,
  actions,
  current,
  selected,
  carried,
  onFocus,
  onSelect,
  onDragStart,
}: {
  card: CardOutput;
  href: string;
  actions: CardActions | null;
  current: boolean;
  selected: boolean;
  carried: boolean;
  onFocus: () => void;
  onSelect: () => void;
  onDragStart: (event: DragEvent) => void;
}) {
  const t = useTranslations('hire.board');
  const fact = useFact();
  const coverage = card.coverage && drawnCoverage(card.coverage);
  const movable = actions !== null && (openStages as readonly string[]).includes(card.stage);
  return (
    <li
      className={['card', selected && 'picked', carried && 'carried', card.stage === 'declined' && 'ended']
        .filter(Boolean)
        .join(' ')}
      draggable={movable}
      onDragStart={onDragStart}
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
        <p>
          {fact(card)}
          {card.late && <b className="soon"> · {t('late')}</b>}
          {card.declineReason && <span className="block">{t(`because.${card.declineReason}`)}</span>}
        </p>
        {movable && (
          <input
            className="chk"
            type="checkbox"
            tabIndex={-1}
            checked={selected}
            onChange={onSelect}
            aria-label={t('select', { name: card.name })}
          />
        )}
      </div>
    </li>
  );
}
