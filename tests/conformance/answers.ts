import { type VerifyOptions, verifyDocument } from '#server/credentials/verify-document.ts';
import { atPointer, type Case, readCorpus } from './manifest.ts';

const verdicts: Record<string, string> = { verified: 'valid', rejected: 'invalid', unverifiable: 'unknown' };

/** Known difference: judged by content it is a JSON-LD credential without subject, not a broken token. */
export const expectedCodes: Readonly<Record<string, string>> = { 'vc-jwt/json-ld-in-a-jwt-file': 'schema' };

/** What a case of the corpus was expected to give, and what it gave: verdict and deciding code in one text. */
export type Answer = { id: string; folder: string; format: string; wanted: string; got: string };

const wordsOf = (verdict: string, code: string | null) => (code === null ? verdict : `${verdict} ${code}`);

/** Verifies one case, or each vector of a file that holds several. */
export async function answerCase(entry: Case, options: VerifyOptions): Promise<Answer[]> {
  const folder = entry.id.split('/')[0] ?? '';
  if (entry.vectors) {
    const json: unknown = JSON.parse(Buffer.from(readCorpus(entry.file)).toString('utf8'));
    return Promise.all(
      entry.vectors.map(async ({ index, pointer, verdict, failing_check: check }) => {
        const report = await verifyDocument(Buffer.from(String(atPointer(json, pointer))), options);
        // Vectors say valid or invalid only; a missing key cannot be proved bad.
        const strict = check === 'key-missing' ? 'unknown' : verdict;
        const { format } = report;
        const got = wordsOf(report.verdict, report.code);
        return { id: `${entry.id}#${index}`, folder, format, wanted: wordsOf(strict, check), got };
      }),
    );
  }
  const { outcome, failing_check: check } = entry.expected;
  const report = await verifyDocument(readCorpus(entry.file), options);
  const wanted = wordsOf(verdicts[outcome] ?? outcome, expectedCodes[entry.id] ?? check);
  const got = wordsOf(report.verdict, report.code);
  return [{ id: entry.id, folder, format: report.format, wanted, got }];
}
