/** How many cards of a stage are shown, as it stands in the address: `show=applied.150,screen.100`. */
import { type BoardOutput, cardsAtOnce, type Stage } from '#server/applications/schemas.ts';

const most = 500;
export type Show = Partial<Record<Stage, number>>;

/** Reads the address; what does not fit is left out. */
export function readShow(text: string | string[] | undefined): Show {
  const pairs = [text ?? []].flat().join(',').split(',');
  return Object.fromEntries(
    pairs.flatMap((pair) => {
      const [, stage, count] =
        /^(applied|screen|task|interview|offer|hired|declined)\.(\d{1,4})$/.exec(pair) ?? [];
      const cards = Math.min(most, Number(count));
      return stage && cards > 0 ? [[stage, cards]] : [];
    }),
  );
}

/** The address that shows fifty more of a column; null when there are none, or as many as the page takes. */
export function showMore(column: BoardOutput['columns'][number], show: Show): string | null {
  const shown = show[column.stage] ?? cardsAtOnce;
  if (column.total <= shown || shown >= most) return null;
  const next: Show = { ...show, [column.stage]: Math.min(most, shown + cardsAtOnce) };
  return `?show=${Object.entries(next)
    .map(([stage, count]) => `${stage}.${count}`)
    .join(',')}`;
}
