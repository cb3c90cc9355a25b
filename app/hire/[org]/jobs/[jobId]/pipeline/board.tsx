'use client';

import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { Button } from '#app/ui/base/button.tsx';
import { SelectField } from '#app/ui/base/field.tsx';
import { Kbd } from '#app/ui/base/kbd.tsx';
import type { BoardOutput, CardOutput, MoveTarget, Stage } from '#server/applications/schemas.ts';
import { DecisionTrouble } from '../decision-trouble.tsx';
import { DeclineDialog } from '../decline-dialog.tsx';
import { useStages } from '../stage-plan.tsx';
import { BulkBar } from './bulk-bar.tsx';
import { Columns } from './columns.tsx';
import { targetsFor } from './movable.ts';
import type { Show } from './show.ts';
import { StageEditor } from './stage-editor.tsx';
import { useBoard } from './use-board.ts';
import { useBoardDrag } from './use-board-drag.ts';
import { useBoardKeys } from './use-board-keys.ts';

function KeysLine() {
  const t = useTranslations('hire.board');
  const { targets } = useStages();
  const key = (name: string) => () => <Kbd>{name}</Kbd>;
  return (
    <p className="t13 quiet board-keys">
      {t.rich('keys', {
        arrows: key('← → ↑ ↓'),
        space: key('Space'),
        esc: key('Esc'),
        digits: key(`1–${targets.length}`),
        x: key('X'),
        shift: key('Shift X'),
        e: key('E'),
        d: key('D'),
        z: key('Z'),
      })}
    </p>
  );
}

function StagePicker({
  columns,
  value,
  onChange,
}: {
  columns: ReturnType<typeof useBoard>['columns'];
  value: Stage;
  onChange: (stage: Stage) => void;
}) {
  const t = useTranslations('hire.board');
  const { nameOf } = useStages();
  return (
    <div className="board-pick">
      <SelectField
        label={t('stage')}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value as Stage)}
      >
        {columns.map((column) => (
          <option key={column.stage} value={column.stage}>
            {t('stageCount', { stage: nameOf(column.stage), count: column.total })}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

/** How the promised time to answer is kept. */
function AnswerPromise({ board }: { board: BoardOutput }) {
  const t = useTranslations('hire.board');
  return (
    <span className="end quiet">
      {board.answerDays !== null && t('promise', { days: board.answerDays })}{' '}
      {board.late > 0 && <b className="soon">{t('lateCount', { count: board.late })}</b>}
    </span>
  );
}

/** The board of a job. Dragging, a card's menu, keys and the bar for a selection run the same command and undo. */
export function Board({
  org,
  board,
  show,
  rights,
}: {
  org: string;
  board: BoardOutput;
  show: Show;
  rights: { decide: boolean; writeJobs: boolean };
}) {
  const t = useTranslations('hire.board');
  const jobId = board.job.id;
  const { targets } = useStages();
  const { columns, decisions, speech, selected, ...now } = useBoard(org, board, rights.decide);
  const [declining, setDeclining] = useState<readonly CardOutput[]>([]);
  const [onPhone, setOnPhone] = useState<Stage>('applied');
  const [editing, setEditing] = useState(false);
  const region = useRef<HTMLDivElement>(null);
  const find = (id: string | undefined) =>
    columns.flatMap(({ cards }) => cards).find((card) => card.candidateId === id);
  const together = (card: CardOutput) => (selected.includes(card) ? selected : [card]);
  const takes = (candidateId: string, to: MoveTarget) => {
    const card = find(candidateId);
    return card !== undefined && (card.stage === to || targetsFor(card, targets).includes(to));
  };

  const keys = useBoardKeys({
    columns,
    selected,
    onMove: (cards, to) => void now.move(cards, to),
    onDecline: (cards) => rights.decide && setDeclining(cards),
    onSelect: (card, range) => rights.decide && now.select(card, range),
    onClear: now.clear,
    onUndo: () => void decisions.undoLast(),
    ...{ sayOver: speech.sayOver, sayStays: speech.sayStays, mayDecide: rights.decide },
  });
  const dragged = useBoardDrag({
    region,
    onStart: keys.setCurrent,
    onOver: (id, to) => {
      const card = find(id);
      if (card) speech.sayOver(card, to);
    },
    onEnd: (id, to) => {
      const card = find(id);
      if (card && to && to !== card.stage) void now.move(together(card), to);
      else if (card) speech.sayStays(card);
    },
  });
  const actions = rights.decide
    ? {
        move: (card: CardOutput, to: MoveTarget) => void now.move([card], to),
        decline: (card: CardOutput) => setDeclining([card]),
        undo: (card: CardOutput) => void decisions.undo([card]),
      }
    : null;
  return (
    <>
      <div className="tools">
        {selected.length > 0 && (
          <BulkBar
            selected={selected}
            onMove={(to) => void now.move(selected, to)}
            onDecline={() => setDeclining(selected)}
            onClear={now.clear}
          />
        )}
        {rights.writeJobs && board.job.status !== 'closed' && (
          <Button size="sm" aria-expanded={editing} onClick={() => setEditing(!editing)}>
            {t('stages')}
          </Button>
        )}
        <AnswerPromise board={board} />
      </div>
      {editing && <StageEditor org={org} jobId={jobId} onClose={() => setEditing(false)} />}
      <DecisionTrouble className="hire-body" decisions={decisions} />
      <p className="vh" role="status" aria-live="polite">
        {speech.said}
      </p>
      <StagePicker columns={columns} value={onPhone} onChange={setOnPhone} />
      <Columns
        region={region}
        columns={columns}
        withdrawn={board.withdrawn}
        show={show}
        onPhone={onPhone}
        href={(card) => `/hire/${org}/jobs/${jobId}/candidates/${card.candidateId}?from=board`}
        inHand={dragged ?? keys.carried}
        current={keys.current}
        picked={now.picked}
        selectedCount={selected.length}
        actions={actions}
        takes={takes}
        onFocus={keys.setCurrent}
        onSelect={now.select}
        onSelectAll={now.toggleAll}
      />
      <div className="hire-body stack-2">
        {rights.decide && <KeysLine />}
        <p className="t13 quiet">{t('neverByDragging')}</p>
      </div>
      {declining.length > 0 && (
        <DeclineDialog
          org={org}
          jobId={jobId}
          people={declining}
          onDecline={(_, reason, sentence) => now.decline(declining, reason, sentence)}
          onClose={() => setDeclining([])}
        />
      )}
    </>
  );
}
