'use client';

import { useState } from 'react';
import type { Stage } from '#server/applications/schemas.ts';
import type { RankedRowOutput } from '#server/matching/schemas.ts';
import type { Movable } from '../use-decisions.ts';
import type { OpenList } from './list-context.ts';

/** Somebody who is chosen, with the stage they are in. */
export type Chosen = Movable & { stage: Stage };

/** Somebody as decisions take them; null for who did not apply: there is nothing to decide on. */
export function chosenOf(row: RankedRowOutput | undefined): Chosen | null {
  if (!row?.version || !row.stage) return null;
  const { candidateId, name, version } = row;
  return { candidateId, name, version, stage: row.stage as Stage };
}

/** Who is chosen in a list, also beyond the rows that are loaded. */
export function useSelection(rows: readonly RankedRowOutput[], list: OpenList) {
  const [chosen, setChosen] = useState<ReadonlyMap<string, Chosen>>(new Map());
  const [anchor, setAnchor] = useState(0);
  const [of, setOf] = useState(list);
  if (of !== list) {
    setOf(list);
    setChosen(new Map());
    setAnchor(0);
  }
  const put = (people: readonly (Chosen | null)[], on: boolean) =>
    setChosen((before) => {
      const after = new Map(before);
      for (const person of people) {
        if (!person) continue;
        if (on) after.set(person.candidateId, person);
        else after.delete(person.candidateId);
      }
      return after;
    });
  // What a list shows is newer than what was chosen earlier: a version counts up with each move.
  const fresh = new Map(rows.map((row) => [row.candidateId, chosenOf(row)]));
  const people = [...chosen.values()].map((person) => fresh.get(person.candidateId) ?? person);
  return {
    people,
    has: (id: string) => chosen.has(id),
    toggle(index: number) {
      const person = chosenOf(rows[index]);
      if (person) put([person], !chosen.has(person.candidateId));
      setAnchor(index);
    },
    /** From the row chosen last to this one. */
    extend(index: number) {
      const [from, to] = [Math.min(anchor, index), Math.max(anchor, index)];
      put(
        rows.slice(from, to + 1).map((row) => chosenOf(row)),
        true,
      );
    },
    take: (all: readonly Chosen[]) => put(all, true),
    clear: () => setChosen(new Map()),
  };
}
export type Selection = ReturnType<typeof useSelection>;
