/** A job as its editor holds it: numbers and dates as typed, so that nothing typed is ever lost. */
import { type JobContentInput, type JobOutput, jobContentInput } from '#server/jobs/schemas.ts';

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
    lines: job.requirements.map((line) => ({
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

/** Share of each line in the whole, in per cent; null while a weight is no number of 1 to 9. */
export function sharesOf(lines: readonly Line[]): (number | null)[] {
  const weights = lines.map((line) => (/^[1-9]$/.test(line.weight.trim()) ? Number(line.weight) : null));
  const sum = weights.reduce<number>((all, weight) => all + (weight ?? 0), 0);
  return weights.map((weight) => (weight === null || sum === 0 ? null : (weight / sum) * 100));
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
