import { type CheckOutput, checkNames } from './schemas.ts';

interface StoredCheck {
  name: string;
  result: string;
  code: string;
  message: string;
  source: string | null;
  at: Date;
  tookMs: number;
}

/** The eight lines of a report in their order. A line that is missing from the record is unknown, never passed. */
export function completeChecks(stored: readonly StoredCheck[], at: Date): CheckOutput[] {
  const byName = new Map(stored.map((check) => [check.name, check]));
  return checkNames.map((name) => {
    const check = byName.get(name);
    if (!check)
      return {
        name,
        result: 'unknown',
        code: 'check.missing',
        message: 'This check left no result.',
        source: null,
        at,
        tookMs: 0,
      };
    return { ...check, name, result: check.result as CheckOutput['result'] };
  });
}
