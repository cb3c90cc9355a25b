/** People who meet exactly these lines of a posting: one bit for each line, by its place. */
export interface MarketGroup {
  mask: bigint;
  people: number;
}

/** What of a line decides where it stands in the funnel. */
export interface MarketLine {
  must: boolean;
  weight: number;
}

/** Under this many, a number could point at somebody; it is told as "fewer than 5". */
export const smallestFigure = 5;

/** A number of people as it may be shown: null = one to four. */
export type Figure = number | null;

/** The numbers beside a posting. `funnel` narrows from must-have to must-have, the heaviest first. */
export interface Market {
  /** People who meet each line, in the order of the lines. */
  lines: Figure[];
  funnel: { line: number; people: Figure }[];
  /** People who meet every must-have. */
  musts: Figure;
  /** People who meet everything. */
  all: Figure;
  /** People who meet anything. */
  anything: Figure;
}

/** Hides a number that is small enough to point at somebody. Nobody is nobody's secret: 0 stays 0. */
export function showFigure(people: number): Figure {
  return people > 0 && people < smallestFigure ? null : people;
}

/** Counts people by what they meet. */
export function readMarket(lines: readonly MarketLine[], groups: readonly MarketGroup[]): Market {
  const count = (wanted: bigint) =>
    groups.reduce((sum, { mask, people }) => sum + ((mask & wanted) === wanted ? people : 0), 0);
  const bit = (line: number) => 1n << BigInt(line);
  const musts = lines
    .map(({ must, weight }, line) => ({ must, weight, line }))
    .filter(({ must }) => must)
    .sort((a, b) => b.weight - a.weight || a.line - b.line);
  let asked = 0n;
  const funnel = musts.map(({ line }) => {
    asked |= bit(line);
    return { line, people: showFigure(count(asked)) };
  });
  const everything = lines.reduce((mask, _line, at) => mask | bit(at), 0n);
  const anything = groups.reduce((sum, { people }) => sum + people, 0);
  return {
    lines: lines.map((_line, at) => showFigure(count(bit(at)))),
    funnel,
    musts: showFigure(count(asked)),
    all: showFigure(count(everything)),
    anything: showFigure(anything),
  };
}
