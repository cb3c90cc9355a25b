'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPCClient } from '#app/trpc/client.tsx';
import type { MoveTarget, Stage } from '#server/applications/schemas.ts';
import { useStages } from '../stage-plan.tsx';
import { type Movable, useDecisions } from '../use-decisions.ts';
import type { OpenList } from './list-context.ts';
import type { Chosen, Selection } from './use-selection.ts';

/** Decisions on who is chosen in a list, or on the current row when nobody is. */
export function useListActions(list: OpenList, selection: Selection, current: Chosen | null, may: boolean) {
  const t = useTranslations('hire.ranked');
  const { org, jobId, view } = list;
  const client = useTRPCClient();
  const decisions = useDecisions(org, jobId);
  const { targets, next } = useStages();
  const [declining, setDeclining] = useState<readonly Movable[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const people = selection.people.length > 0 ? selection.people : current ? [current] : [];

  async function move(to: MoveTarget) {
    if (!may) return;
    const movable = people.filter((person) => person.stage !== to);
    if (movable.length === 0) return;
    setTrouble(null);
    if (await decisions.move(movable, to)) selection.clear();
  }

  return {
    declining,
    setDeclining,
    trouble,
    decisions,
    undo: () => void decisions.undoLast(),
    move: (to: MoveTarget) => void move(to),
    moveToNumber(number: number) {
      const target = targets[number - 1];
      if (target) void move(target);
    },
    /** One stage on; people in different stages go to different ones, which no single step can say. */
    advance() {
      const [target, another] = [...new Set(people.map((person) => next(person.stage)))];
      if (another !== undefined) setTrouble(t('mixedStages'));
      else if (target) void move(target);
    },
    askDecline() {
      const open = people.filter((person) => next(person.stage) !== null);
      if (may && open.length > 0) setDeclining(open);
    },
    /** Chooses everybody of the list who applied, as many as one move takes. */
    async selectAll() {
      try {
        const { people: all } = await client.ranking.select.query({ org, jobId, ...view });
        selection.take(all.map((person) => ({ ...person, stage: person.stage as Stage })));
        setTrouble(null);
      } catch {
        setTrouble(t('selectFailed'));
      }
    },
  };
}
