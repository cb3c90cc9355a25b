import { db } from '#server/platform/db.ts';
import { type BoardFilter, boardWhere } from './board.ts';

/** How many open jobs each choice of the board's filters would show, the other filters kept. */
export async function countFacets(filter: BoardFilter, now: Date) {
  const count = (change: BoardFilter) => db().job.count({ where: boardWhere({ ...filter, ...change }, now) });
  const [workplaces, contracts, statesPay, noDegree, answersSoon] = await Promise.all([
    db().job.groupBy({
      by: ['workplace'],
      where: boardWhere({ ...filter, workplace: undefined }, now),
      _count: true,
    }),
    db().job.groupBy({
      by: ['contract'],
      where: boardWhere({ ...filter, contract: undefined }, now),
      _count: true,
    }),
    count({ statesPay: true }),
    count({ noDegree: true }),
    count({ answersSoon: true }),
  ]);
  return {
    workplace: Object.fromEntries(workplaces.map((row) => [row.workplace, row._count])),
    contract: Object.fromEntries(contracts.map((row) => [row.contract, row._count])),
    ...{ statesPay, noDegree, answersSoon },
  };
}
