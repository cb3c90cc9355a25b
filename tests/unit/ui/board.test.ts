import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pull } from '#app/hire/[org]/jobs/[jobId]/pipeline/auto-scroll.ts';
import { canAllGo, targetsFor } from '#app/hire/[org]/jobs/[jobId]/pipeline/movable.ts';
import {
  type BoardColumn,
  between,
  landing,
  withMoves,
} from '#app/hire/[org]/jobs/[jobId]/pipeline/placement.ts';
import { readShow, showMore } from '#app/hire/[org]/jobs/[jobId]/pipeline/show.ts';
import { rowsOf, shiftRow, stepsOf } from '#app/hire/[org]/jobs/[jobId]/pipeline/stage-rows.ts';
import {
  type CardOutput,
  openStages,
  type Stage,
  stageTemplates,
  targetsOf,
} from '#server/applications/schemas.ts';

const now = new Date('2026-11-23T09:00:00Z');
const card = (order: number, stage: Stage = 'applied', version = 1): CardOutput => ({
  ...{ candidateId: `person-${order}`, applicationId: `application-${order}`, name: `Person ${order}` },
  ...{
    stage,
    version,
    order,
    rank: order + 1,
    nameHidden: false,
    stageSince: now,
    appliedAt: now,
    late: true,
    notes: 0,
  },
  ...{ coverage: null, declineReason: null, noticeAt: null },
});
const column = (stage: Stage, orders: number[], total = orders.length): BoardColumn => ({
  ...{ stage, total, oldestSince: null },
  cards: orders.map((order) => card(order, stage)),
});
const namesIn = (columns: readonly BoardColumn[], stage: Stage) =>
  columns.find((each) => each.stage === stage)?.cards.map((each) => each.order);
const targets = targetsOf(stageTemplates.full);

describe('a place in a column', () => {
  it('is that of the ranking', () => {
    const task = column('task', [1, 4, 6]);
    expect(landing(card(0), task)).toMatchObject({ place: 1, count: 4, below: false });
    expect(landing(card(5), task)).toMatchObject({ index: 2, place: 3, count: 4 });
    expect(landing(card(9), task)).toMatchObject({ place: 4, below: false });
    expect(landing(card(4, 'task'), task)).toMatchObject({ place: 2, count: 3 });
  });

  it('may lie below what is shown', () => {
    expect(landing(card(9), column('task', [1, 2], 80))).toMatchObject({ below: true, count: 81 });
    expect(landing(card(0), column('task', [1, 2], 80)).below).toBe(false);
  });
});

describe('a move that the server has not answered', () => {
  const columns = [column('applied', [0, 2, 4], 60), column('task', [1, 3])];

  it('shows at once, in the right place, with counts, and is late no more', () => {
    const shown = withMoves(columns, new Map([['person-2', { to: 'task', version: 1 }]]));
    expect(namesIn(shown, 'applied')).toEqual([0, 4]);
    expect(namesIn(shown, 'task')).toEqual([1, 2, 3]);
    expect(shown.map((each) => each.total)).toEqual([59, 3]);
    expect(shown[1]?.cards[1]).toMatchObject({ stage: 'task', late: false });
  });

  it('ends when the person has another version, whoever gave it', () => {
    const answered = [column('applied', [0], 60), { ...column('task', []), cards: [card(2, 'task', 2)] }];
    const moves = new Map([['person-2', { to: 'offer' as const, version: 1 }]]);
    expect(withMoves(answered, moves)).toBe(answered);
  });

  it('loses nobody and counts nobody twice', () => {
    const stage = fc.constantFrom<Stage>('applied', 'screen', 'task');
    fc.assert(
      fc.property(fc.array(fc.tuple(stage, fc.option(stage)), { maxLength: 20 }), (people) => {
        const before = (['applied', 'screen', 'task'] as const).map((each) =>
          column(
            each,
            people.flatMap(([at], order) => (at === each ? [order] : [])),
          ),
        );
        const moves = people.flatMap(([, to], order) =>
          to ? [[`person-${order}`, { to, version: 1 }] as const] : [],
        );
        const after = withMoves(before, new Map(moves));
        expect(after.every((each) => each.total === each.cards.length)).toBe(true);
        const all = after.flatMap((each) => each.cards.map((one) => one.order)).sort((a, b) => a - b);
        expect(all).toEqual(people.map((_, order) => order));
        for (const { cards, stage: at } of after) {
          expect(cards.every((each) => each.stage === at)).toBe(true);
          expect(cards.map((each) => each.order)).toEqual(
            cards.map((each) => each.order).sort((a, b) => a - b),
          );
        }
      }),
    );
  });
});

describe('where somebody may go', () => {
  it('is to every other stage, to hired from an offer alone, and from an end nowhere', () => {
    expect(targetsFor(card(0), targets)).toEqual(['screen', 'task', 'interview', 'offer']);
    expect(targetsFor(card(0, 'offer'), targets)).toEqual([
      'applied',
      'screen',
      'task',
      'interview',
      'hired',
    ]);
    for (const end of ['hired', 'declined', 'withdrawn'] as const)
      expect(targetsFor(card(0, end), targets)).toEqual([]);
  });

  it('is asked of a selection as a whole', () => {
    const both = [card(0, 'offer'), card(1, 'task')];
    expect(canAllGo(both, 'hired', targets)).toBe(false);
    expect(canAllGo(both, 'task', targets)).toBe(true);
    expect(canAllGo([card(1, 'task')], 'task', targets)).toBe(false);
  });
});

describe('a selection by range', () => {
  const columns = [column('applied', [0, 1, 2, 3]), column('task', [9])];

  it('goes from one to the other, either way, within a column', () => {
    expect(between(columns, 'person-3', 'person-1').map((each) => each.order)).toEqual([1, 2, 3]);
    expect(between(columns, 'person-0', 'person-1').map((each) => each.order)).toEqual([0, 1]);
    expect(between(columns, 'person-9', 'person-1').map((each) => each.order)).toEqual([1]);
    expect(between(columns, null, 'person-2').map((each) => each.order)).toEqual([2]);
    expect(between(columns, null, 'nobody')).toEqual([]);
  });
});

describe('how many are shown', () => {
  it('stands in the address, and fifty more are a link', () => {
    expect(readShow('applied.150,task.100')).toEqual({ applied: 150, task: 100 });
    expect(readShow(['applied.9999', 'nonsense', 'withdrawn.3', 'task.0'])).toEqual({ applied: 500 });
    expect(readShow(undefined)).toEqual({});
    expect(showMore(column('applied', [], 212), {})).toBe('?show=applied.100');
    expect(showMore(column('applied', [], 212), { applied: 100, task: 60 })).toBe(
      '?show=applied.150,task.60',
    );
    expect(showMore(column('applied', [], 50), {})).toBeNull();
    expect(showMore(column('applied', [], 900), { applied: 500 })).toBeNull();
  });
});

describe('the edge of what scrolls', () => {
  it('pulls, more the nearer, and not in the middle', () => {
    expect(pull(500, 0, 1_000)).toBe(0);
    expect(pull(71, 0, 1_000)).toBeLessThan(0);
    expect(pull(1, 0, 1_000)).toBeLessThan(pull(60, 0, 1_000));
    expect(pull(999, 0, 1_000)).toBe(-pull(1, 0, 1_000));
    expect(pull(5_000, 0, 1_000)).toBe(18);
  });
});

describe('the stages in the editor', () => {
  it('are the plan again, whatever was left out', () => {
    for (const template of Object.values(stageTemplates)) {
      expect(stepsOf(rowsOf(template))).toEqual(template);
      expect(rowsOf(template).map((row) => row.stage)).toEqual(openStages);
    }
    expect(stepsOf([{ stage: 'task', name: '  Trial day ', used: true }])).toEqual([
      { stage: 'task', name: 'Trial day' },
    ]);
  });

  it('change places between application and offer only', () => {
    const rows = rowsOf(stageTemplates.full);
    const order = (moved: ReturnType<typeof shiftRow>) => moved.map((row) => row.stage).join();
    expect(order(shiftRow(rows, 'task', -1))).toBe('applied,task,screen,interview,offer');
    expect(shiftRow(rows, 'screen', -1)).toBe(rows);
    expect(shiftRow(rows, 'interview', 1)).toBe(rows);
    expect(shiftRow(rows, 'applied', 1)).toBe(rows);
    expect(shiftRow(rows, 'offer', -1)).toBe(rows);
  });
});
