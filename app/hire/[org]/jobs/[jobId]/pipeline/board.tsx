// biome-ignore-all lint/a11y/useSemanticElements: a scrolling region is named, not made a section
'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '#app/ui/base/button.tsx';
import { SelectField } from '#app/ui/base/field.tsx';
import { Kbd } from '#app/ui/base/kbd.tsx';
import { Menu, MenuItem } from '#app/ui/base/menu.tsx';
import {
  type BoardOutput,
  type CardOutput,
  type MoveTarget,
  openStages,
  type Stage,
} from '#server/applications/schemas.ts';
import { DecisionTrouble } from '../decision-trouble.tsx';
import { DeclineDialog } from '../decline-dialog.tsx';
import { useDecisions } from '../use-decisions.ts';
import { BoardCard } from './card.tsx';
import { Column } from './column.tsx';
import { useBoardKeys } from './use-board-keys.ts';

function Bulk({
  selected,
  onMove,
  onClear,
}: {
  selected: readonly CardOutput[];
  onMove: (to: MoveTarget) => void;
  onClear: () => void;
}) {
  const t = useTranslations('hire.board');
  const stage = useTranslations('hire.decide.stage');
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
        {openStages.map((to, index) => (
          <MenuItem key={to} hint={<Kbd>{String(index + 1)}</Kbd>} onSelect={() => onMove(to)}>
            {stage(to)}
          </MenuItem>
        ))}
      </Menu>
      <Button size="sm" bare onClick={onClear}>
        {t('clear')} <Kbd>Esc</Kbd>
      </Button>
    </>
  );
}

function KeysLine() {
  const t = useTranslations('hire.board');
  const key = (name: string) => () => <Kbd>{name}</Kbd>;
  return (
    <p className="t13 quiet board-keys">
      {t.rich('keys', {
        arrows: key('← → ↑ ↓'),
        space: key('Space'),
        esc: key('Esc'),
        digits: key('1–6'),
        x: key('X'),
        d: key('D'),
        z: key('Z'),
      })}
    </p>
  );
}

/** The board of a job. Dragging, a card's menu, keys and the bar for a selection run the same command and undo. */
export function Board({ org, board, mayDecide }: { org: string; board: BoardOutput; mayDecide: boolean }) {
  const t = useTranslations('hire.board');
  const stage = useTranslations('hire.decide.stage');
  const jobId = board.job.id;
  const decisions = useDecisions(org, jobId);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const [declining, setDeclining] = useState<CardOutput | null>(null);
  const [over, setOver] = useState<Stage | null>(null);
  const [onPhone, setOnPhone] = useState<Stage>('applied');
  const dragged = useRef<CardOutput | null>(null);
  const cards = board.columns.flatMap((column) => column.cards);
  const selected = cards.filter((card) => picked.includes(card.candidateId));

  const move = (which: readonly CardOutput[], to: MoveTarget) => {
    if (!mayDecide) return;
    setPicked([]);
    void decisions.move(
      which.filter((card) => card.stage !== to),
      to,
    );
  };
  const select = ({ candidateId }: CardOutput) =>
    setPicked((now) =>
      now.includes(candidateId) ? now.filter((id) => id !== candidateId) : [...now, candidateId],
    );
  const keys = useBoardKeys({
    columns: board.columns,
    selected,
    onMove: move,
    onDecline: (card) => mayDecide && setDeclining(card),
    onSelect: (card) => mayDecide && select(card),
    onClear: () => setPicked([]),
    onUndo: () => void decisions.undoLast(),
  });
  const actions = mayDecide
    ? {
        move: (card: CardOutput, to: MoveTarget) => move([card], to),
        decline: setDeclining,
        undo: (card: CardOutput) => void decisions.undo([card]),
      }
    : null;

  function drop(to: Stage) {
    const card = dragged.current;
    dragged.current = null;
    setOver(null);
    const target = openStages.find((each) => each === to);
    if (card && target && card.stage !== target) move(selected.includes(card) ? selected : [card], target);
  }

  const carriedTo = keys.carried ? openStages[keys.carried.to] : null;
  return (
    <>
      <div className="tools">
        {selected.length > 0 && (
          <Bulk selected={selected} onMove={(to) => move(selected, to)} onClear={() => setPicked([])} />
        )}
        <span className="end quiet">
          {board.answerDays !== null && t('promise', { days: board.answerDays })}{' '}
          {board.late > 0 && <b className="soon">{t('lateCount', { count: board.late })}</b>}
        </span>
      </div>
      <DecisionTrouble className="hire-body" decisions={decisions} />
      <p className="vh" role="status" aria-live="assertive">
        {keys.said}
      </p>
      <div className="board-pick">
        <SelectField
          label={t('stage')}
          value={onPhone}
          onChange={(event) => setOnPhone(event.currentTarget.value as Stage)}
        >
          {board.columns.map((column) => (
            <option key={column.stage} value={column.stage}>
              {t('stageCount', { stage: stage(column.stage), count: column.total })}
            </option>
          ))}
        </SelectField>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable */}
      <div className="board scroll" role="region" aria-label={t('label')} tabIndex={0}>
        {board.columns.map((column) => {
          const byHand = (openStages as readonly string[]).includes(column.stage);
          return (
            <Column
              key={column.stage}
              title={stage(column.stage)}
              total={column.total}
              shown={column.cards.length}
              over={over === column.stage || carriedTo === column.stage}
              active={onPhone === column.stage}
              onDrop={byHand && mayDecide ? () => drop(column.stage) : undefined}
              onOver={() => over !== column.stage && setOver(column.stage)}
            >
              {column.cards.map((card) => (
                <BoardCard
                  key={card.candidateId}
                  card={card}
                  href={`/hire/${org}/jobs/${jobId}/candidates/${card.candidateId}`}
                  actions={actions}
                  current={keys.current?.candidateId === card.candidateId}
                  selected={picked.includes(card.candidateId)}
                  carried={keys.carried?.card.candidateId === card.candidateId}
                  onFocus={() => keys.setCurrent(card.candidateId)}
                  onSelect={() => select(card)}
                  onDragStart={() => {
                    dragged.current = card;
                  }}
                />
              ))}
            </Column>
          );
        })}
      </div>
      <div className="hire-body stack-2">
        {board.withdrawn > 0 && <p className="t13 quiet">{t('withdrawn', { count: board.withdrawn })}</p>}
        {mayDecide && <KeysLine />}
        <p className="t13 quiet">{t('neverByDragging')}</p>
      </div>
      {declining && (
        <DeclineDialog
          org={org}
          jobId={jobId}
          people={[declining]}
          onDecline={decisions.decline}
          onClose={() => setDeclining(null)}
        />
      )}
    </>
  );
}
