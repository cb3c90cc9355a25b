/** A job as its editor holds it: numbers and dates as typed, so that nothing typed is ever lost. */
import { shareTenths } from '#app/ui/coverage/round-points.ts';
import { type JobContentInput, type JobOutput, jobContentInput } from '#server/jobs/schemas.ts';
import type { MendOutput } from '#server/matching/schemas.ts';

/** A line of what is asked. `key` stays the same while the page is open. */
export interface Line {
  key: string;
  id: string | null;
  skills: { skillKey: number; label: string }[];
  must: boolean;
  weight: string;
  minLevel: number | null;
  minTier: number;
  shortLabel: string;
}

/** Everything that can be typed. */
export interface Draft {
  title: string;
  description: string;
  workplace: JobContentInput['workplace'];
  place: string;
  contract: JobContentInput['contract'];
  payMin: string;
  payMax: string;
  payCurrency: string;
  payPeriod: NonNullable<JobContentInput['payPeriod']>;
  degreeNeeded: boolean;
  namesHiddenUntil: JobContentInput['namesHiddenUntil'];
  queueGate: JobContentInput['queueGate'];
  /** yyyy-mm-dd, or empty. */
  validThrough: string;
  lines: Line[];
}

/** What is asked in the employer's own order; bars have another one. */
function inWrittenOrder({ requirements, lineOrder }: JobOutput): JobOutput['requirements'] {
  const place = new Map(lineOrder.map((id, at) => [id, at]));
  return [...requirements].sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

/** A line for a skill that was just picked. */
export function newLine(skill: { skillKey: number; label: string }): Line {
  return {
    key: `skill-${skill.skillKey}`,
    id: null,
    skills: [skill],
    must: false,
    weight: '1',
    minLevel: null,
    minTier: 0,
    shortLabel: '',
  };
}

/** The words of a line: its skill, or its alternatives joined by `or`. */
export function nameOf(line: Line | undefined, or: string): string {
  return (line?.skills ?? []).map((skill) => skill.label).join(or);
}

/** The editor's state for a stored job. */
export function draftOf(job: JobOutput): Draft {
  const { title, description, workplace, contract, degreeNeeded, namesHiddenUntil, queueGate } = job;
  return {
    ...{ title, description, workplace, contract, degreeNeeded, namesHiddenUntil, queueGate },
    place: job.place ?? '',
    payMin: job.payMin === null ? '' : String(job.payMin),
    payMax: job.payMax === null ? '' : String(job.payMax),
    payCurrency: job.payCurrency ?? 'EUR',
    payPeriod: job.payPeriod ?? 'year',
    validThrough: job.validThrough?.toISOString().slice(0, 10) ?? '',
    lines: inWrittenOrder(job).map((line) => ({
      key: line.id,
      id: line.id,
      skills: line.skills,
      must: line.must,
      weight: String(line.weight),
      minLevel: line.minLevel,
      minTier: line.minTier,
      shortLabel: line.ownShortLabel ? line.shortLabel : '',
    })),
  };
}

function toAmount(text: string): number | null {
  const digits = text.replace(/[\s\u202f,.']/g, '');
  return digits === '' ? null : Number(digits);
}

/** What is sent. Currency and period go along only when there is an amount; the last day ends at midnight UTC. */
function toContent(draft: Draft): JobContentInput {
  const [payMin, payMax] = [toAmount(draft.payMin), toAmount(draft.payMax)];
  const paid = payMin !== null || payMax !== null;
  const { title, description, workplace, contract, degreeNeeded, namesHiddenUntil, queueGate } = draft;
  return {
    ...{ title, description, workplace, contract, degreeNeeded, namesHiddenUntil, queueGate, payMin, payMax },
    place: draft.place.trim() || null,
    payCurrency: paid ? draft.payCurrency.trim().toUpperCase() : null,
    payPeriod: paid ? draft.payPeriod : null,
    validThrough: draft.validThrough ? new Date(`${draft.validThrough}T23:59:59Z`) : null,
    requirements: draft.lines.map(({ id, skills, must, weight, minLevel, minTier, shortLabel }) => ({
      ...(id ? { id } : {}),
      ...{ must, minLevel, minTier, weight: Number(weight) },
      skillKeys: skills.map((skill) => skill.skillKey),
      shortLabel: shortLabel.trim() || null,
    })),
  };
}

/** Fields of the editor that can be wrong; a line's field is `weight:<line key>` or `shortLabel:<line key>`. */
export type Problems = Readonly<Record<string, string>>;

const fieldOfLine = new Set(['weight', 'shortLabel']);

/** What is sent, or what is wrong with it by field. */
export function readDraft(
  draft: Draft,
): { content: JobContentInput; problems: null } | { content: null; problems: Problems } {
  const content = toContent(draft);
  const result = jobContentInput.safeParse(content);
  if (result.success) return { content, problems: null };
  const entries = result.error.issues.map(({ path, message }) => {
    const [field, index, part] = path;
    const line = field === 'requirements' && typeof index === 'number' ? draft.lines[index] : undefined;
    const key =
      line && typeof part === 'string' && fieldOfLine.has(part) ? `${part}:${line.key}` : String(field);
    return [key, message] as const;
  });
  return { content: null, problems: Object.fromEntries(entries.toReversed()) };
}

const weightOf = (line: Line) => (/^[1-9]$/.test(line.weight.trim()) ? Number(line.weight) : null);

/**
 * Share of each line in the whole, in whole per cents that add up to 100 (largest remainder); null while a weight is no
 * number of 1 to 9, which then has no part in the whole.
 */
export function sharesOf(lines: readonly Line[]): (number | null)[] {
  const weights = lines.map(weightOf);
  const sum = weights.reduce<number>((all, weight) => all + (weight ?? 0), 0);
  if (sum === 0) return weights.map(() => null);
  const microPerCent = 100_000;
  const shares = shareTenths(
    weights.map((weight) => ((weight ?? 0) * 100 * microPerCent) / sum),
    100,
  );
  return weights.map((weight, at) => (weight === null ? null : (shares[at] ?? 0)));
}

/** What the market is asked about. A weight that is being typed counts as 1: it changes no number of people. */
export function marketOf({ degreeNeeded, lines }: Draft) {
  return {
    degreeNeeded,
    lines: lines.slice(0, 40).map((line) => ({
      skillKeys: line.skills.map((skill) => skill.skillKey),
      must: line.must,
      weight: weightOf(line) ?? 1,
      minLevel: line.minLevel,
      minTier: line.minTier,
    })),
  };
}

/** The lines with one of them at another place. */
export function moveLine<T>(lines: readonly T[], from: number, to: number): T[] {
  const [line] = lines.slice(from, from + 1);
  return line === undefined ? [...lines] : lines.toSpliced(from, 1).toSpliced(to, 0, line);
}

/** What a press on a warning's button changes. */
export function mendDraft(draft: Draft, mend: MendOutput): Partial<Draft> {
  if (mend.kind === 'degree') return { degreeNeeded: false };
  const { lines } = draft;
  if (mend.kind === 'add') return { lines: [...lines, newLine(mend)] };
  const key = lines[mend.line]?.key;
  if (mend.kind === 'remove') return { lines: lines.filter((line) => line.key !== key) };
  const patch: Partial<Line> = {
    level: () => ({ minLevel: mend.kind === 'level' ? mend.minLevel : null }),
    tier: () => ({ minTier: mend.kind === 'tier' ? mend.minTier : 0 }),
    nice: () => ({ must: false }),
    weight: () => ({ weight: String(mend.kind === 'weight' ? mend.weight : 1) }),
  }[mend.kind]();
  return { lines: lines.map((line) => (line.key === key ? { ...line, ...patch } : line)) };
}

/** Lines with the ids that the store gave them, found again by their skills; what is being typed stays. */
export function adoptIds(lines: readonly Line[], saved: JobOutput): Line[] {
  const idOf = new Map(
    saved.requirements.flatMap((line) => line.skills.map((skill) => [skill.skillKey, line.id] as const)),
  );
  return lines.map((line) => {
    const [first] = line.skills;
    return { ...line, id: (first && idOf.get(first.skillKey)) ?? null };
  });
}
