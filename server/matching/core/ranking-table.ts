type Cell = string | number;

/** A row of the ranking as a table needs it. */
export interface TableRow {
  candidateId: string;
  rank: number | null;
  queue: 'first' | 'second' | null;
  name: string;
  stage: string | null;
  appliedAt: Date | null;
  coverage:
    | { kind: 'no-score' }
    | {
        kind: 'score';
        totalTenths: number;
        unknownTenths: number;
        musts: { met: number; asked: number };
        parts: readonly TablePart[];
      };
}

interface TablePart {
  requirementId: string;
  status: 'met' | 'partly' | 'unmet' | 'unknown';
  pointsTenths: number;
  proof: {
    candidateId: string;
    credentialId: string;
    title: string;
    issuerName: string;
    validUntil: Date | null;
    checkedAt: Date;
    standing: 'stands' | 'unknown';
  } | null;
}

const statusWords = { met: 'Met', partly: 'Partly met', unmet: 'Not met', unknown: 'Unknown' } as const;
const verdictWords = { stands: 'Valid', unknown: 'Unknown' } as const;

const day = (date: Date | null | undefined) => date?.toISOString().slice(0, 10) ?? '';
const points = (tenths: number) => (tenths / 10).toFixed(1);

function headOf(requirements: readonly { label: string }[]): string[] {
  const ofParts = requirements.flatMap(({ label }) =>
    ['result', 'points', 'verdict', 'credential', 'issuer', 'valid until', 'checked', 'proof'].map(
      (what) => `${label}: ${what}`,
    ),
  );
  const whole = ['Rank', 'Queue', 'Candidate', 'Stage', 'Applied', 'Points proven', 'Points unknown'];
  return [...whole, 'Must-haves met', 'Must-haves asked', ...ofParts];
}

function cellsOf(
  part: TablePart | undefined,
  linkOf: (proof: NonNullable<TablePart['proof']>) => string,
): Cell[] {
  const proof = part?.proof ?? null;
  const counted = [part ? statusWords[part.status] : '', part ? points(part.pointsTenths) : ''];
  if (!proof) return [...counted, '', '', '', '', '', ''];
  const { title, issuerName, validUntil, checkedAt, standing } = proof;
  const dates = [day(validUntil), checkedAt.toISOString()];
  return [...counted, verdictWords[standing], title, issuerName, ...dates, linkOf(proof)];
}

function lineOf(
  row: TableRow,
  requirements: readonly { id: string }[],
  linkOf: (proof: NonNullable<TablePart['proof']>) => string,
): Cell[] {
  const { coverage } = row;
  const score = coverage.kind === 'score' ? coverage : null;
  const parts = new Map(score?.parts.map((part) => [part.requirementId, part]));
  return [
    row.rank ?? '',
    row.queue ?? 'no score',
    row.name,
    row.stage ?? 'not applied',
    day(row.appliedAt),
    // Nobody's missing score is 0.
    score ? points(score.totalTenths) : 'No score',
    score ? points(score.unknownTenths) : '',
    score?.musts.met ?? '',
    score?.musts.asked ?? '',
    ...requirements.flatMap(({ id }) => cellsOf(parts.get(id), linkOf)),
  ];
}

/**
 * A ranking as a table: the verdict words of the pages, ISO dates, and the address of the proof behind each point.
 * `linkOf` gives that address.
 */
export function tabulateRanking(
  rows: readonly TableRow[],
  requirements: readonly { id: string; label: string }[],
  linkOf: (proof: { candidateId: string; credentialId: string }) => string,
): Cell[][] {
  return [headOf(requirements), ...rows.map((row) => lineOf(row, requirements, linkOf))];
}
