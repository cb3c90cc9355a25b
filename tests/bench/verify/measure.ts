import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Contest } from './contestants.ts';

/** CPU time in ms of one piece of work of each side, medians over the rounds. */
export type Row = {
  name: string;
  ours: number;
  proof: number | null;
  parsing: number;
  other: number | null;
  bare: number;
};

const bareTimes = 200;

function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

setFlagsFromString('--expose-gc');
const sweep: NodeJS.GCFunction = runInNewContext('gc');

/**
 * CPU time (all threads of the process) of running something so many times, in ms each. Young garbage of who ran before
 * is swept first: each side pays for its own.
 */
async function time(times: number, run: () => Promise<void> | void): Promise<number> {
  sweep({ type: 'minor' });
  const before = process.cpuUsage();
  for (let turn = 0; turn < times; turn++) await run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000 / times;
}

/** Measures all sides of all contests in turn, round after round, so that a busy machine disturbs them alike. */
export async function measure(contests: Contest[], rounds: number, perRound: number): Promise<Row[]> {
  const samples = contests.map((contest) => ({
    contest,
    ours: [] as number[],
    proof: [] as number[],
    parsing: [] as number[],
    other: [] as number[],
    bare: [] as number[],
  }));
  for (let round = 0; round < rounds; round++)
    for (const { contest, ours, proof, parsing, other, bare } of samples) {
      ours.push(await time(perRound, contest.ours));
      if (contest.proof !== null) proof.push(await time(perRound, contest.proof));
      if (contest.other !== null) other.push(await time(perRound, contest.other));
      bare.push(await time(bareTimes, contest.bare));
      parsing.push(await time(perRound, contest.parsing));
    }
  return samples.map(({ contest, ours, proof, parsing, other, bare }) => ({
    name: contest.name,
    ours: median(ours),
    proof: proof.length > 0 ? median(proof) : null,
    parsing: median(parsing),
    other: other.length > 0 ? median(other) : null,
    bare: median(bare),
  }));
}

/**
 * One table in Markdown: credentials a second of us (the whole report, and the proof alone), of the other, and of the
 * bare signature; then the ratios.
 */
export function printTable(rows: readonly Row[]): string {
  const perSecond = (ms: number | null) => (ms === null ? '—' : String(Math.round(1_000 / ms)));
  const ratio = (value: number | null) => (value === null ? '—' : value.toFixed(1));
  const lines = rows.map(({ name, ours, proof, parsing, other, bare }) => [
    name,
    perSecond(ours),
    perSecond(proof),
    perSecond(other),
    perSecond(bare),
    ratio(other === null ? null : other / ours),
    ratio(ours / bare),
    ratio(proof === null ? null : (proof - parsing) / bare),
  ]);
  const head = [
    'kind',
    'ours, report /s',
    'ours, proof alone /s',
    'verifier-core /s',
    'bare signature /s',
    'verifier-core ÷ our report',
    'our report ÷ bare',
    '(proof alone − parsing) ÷ bare',
  ];
  const ruler = head.map((_, at) => (at === 0 ? '---' : '---:'));
  return [head, ruler, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
