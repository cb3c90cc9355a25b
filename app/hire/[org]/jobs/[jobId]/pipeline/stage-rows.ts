import { type OpenStage, openStages, type PlanStep } from '#server/applications/schemas.ts';

/** A stage in the editor: used or not, with the name that was typed. */
export interface StageRow {
  stage: OpenStage;
  name: string;
  used: boolean;
}

/** All stages as the editor shows them: those of the plan in their order, the others where they usually are. */
export function rowsOf(steps: readonly PlanStep[]): StageRow[] {
  const rows: StageRow[] = steps.map(({ stage, name }) => ({ stage, name: name ?? '', used: true }));
  for (const stage of openStages) {
    if (rows.some((row) => row.stage === stage)) continue;
    const after = rows.findIndex((row) => openStages.indexOf(row.stage) > openStages.indexOf(stage));
    rows.splice(after, 0, { stage, name: '', used: false });
  }
  return rows;
}

/** What the rows say as a plan. */
export function stepsOf(rows: readonly StageRow[]): PlanStep[] {
  return rows.filter((row) => row.used).map(({ stage, name }) => ({ stage, name: name.trim() || null }));
}

/** The rows with one of them a place up or down; where people apply and the offer keep their places. */
export function shiftRow(rows: readonly StageRow[], stage: OpenStage, by: 1 | -1): readonly StageRow[] {
  const at = rows.findIndex((row) => row.stage === stage);
  const to = at + by;
  const [row, other] = [rows[at], rows[to]];
  if (!row || !other || at < 1 || to < 1 || to > rows.length - 2 || at > rows.length - 2) return rows;
  return rows.map((each, index) => (index === at ? other : index === to ? row : each));
}
