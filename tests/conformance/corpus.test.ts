import { describe, expect, it } from 'vitest';
import { plainSettings } from '#server/credentials/core/settings.ts';
import type { VerifyOptions } from '#server/credentials/verify-document.ts';
import { verifyDocument } from '#server/credentials/verify-document.ts';
import { explorersFor, withChain } from './chain.ts';
import {
  atPointer,
  type Case,
  hasShared,
  offlineFetch,
  pinnedDocuments,
  readCorpus,
  readManifest,
} from './manifest.ts';

/*
 * Real credentials from public repositories, verified offline: every case gives the expected outcome and the
 * expected failing check.
 */

const verdicts: Record<string, string> = { verified: 'valid', rejected: 'invalid', unverifiable: 'unknown' };

/** Known difference: judged by content it is a JSON-LD credential without subject, not a broken token. */
const expectedCodes: Record<string, string> = { 'vc-jwt/json-ld-in-a-jwt-file': 'schema' };

type Answer = { id: string; folder: string; wanted: string; got: string };

const wordsOf = (verdict: string, code: string | null) => (code === null ? verdict : `${verdict} ${code}`);

async function answerCase(entry: Case, options: VerifyOptions): Promise<Answer[]> {
  const folder = entry.id.split('/')[0] ?? '';
  if (entry.vectors) {
    const json: unknown = JSON.parse(Buffer.from(readCorpus(entry.file)).toString('utf8'));
    return Promise.all(
      entry.vectors.map(async ({ index, pointer, verdict, failing_check: check }) => {
        const report = await verifyDocument(Buffer.from(String(atPointer(json, pointer))), options);
        // Vectors say valid or invalid only; a missing key cannot be proved bad.
        const strict = check === 'key-missing' ? 'unknown' : verdict;
        const got = wordsOf(report.verdict, report.code);
        return { id: `${entry.id}#${index}`, folder, wanted: wordsOf(strict, check), got };
      }),
    );
  }
  const { outcome, failing_check: check } = entry.expected;
  const report = await verifyDocument(readCorpus(entry.file), options);
  const wanted = wordsOf(verdicts[outcome] ?? outcome, expectedCodes[entry.id] ?? check);
  return [{ id: entry.id, folder, wanted, got: wordsOf(report.verdict, report.code) }];
}

function printTable(answers: Answer[]): string {
  const folders = [...new Set(answers.map(({ folder }) => folder))];
  const rows = folders.map((folder) => {
    const own = answers.filter((answer) => answer.folder === folder);
    const agreeing = own.filter(({ wanted, got }) => wanted === got);
    return [folder.padEnd(16), own.length, agreeing.length].map((cell) => String(cell).padStart(7)).join(' ');
  });
  return ['format           cases  agree', ...rows].join('\n');
}

describe.skipIf(!hasShared)('credentials from public repositories (needs SHARED_DIR)', () => {
  const manifest = hasShared ? readManifest() : { evaluate_at: '', cases: [], support: [] };
  const now = new Date(manifest.evaluate_at);
  const resolver = { byUri: () => null, byLabel: () => [] };
  const optionsFor = (entry: Case): VerifyOptions => ({
    fetch: withChain(entry, offlineFetch(entry.network)),
    settings: { ...plainSettings, explorers: explorersFor(entry) },
    now,
    resolver,
    didDocuments: pinnedDocuments(entry.network, entry.file),
  });

  it('agree with the manifest in outcome and failing check', async () => {
    const answers: Answer[] = [];
    for (const entry of manifest.cases) answers.push(...(await answerCase(entry, optionsFor(entry))));
    process.stdout.write(`${printTable(answers)}\n`);
    expect(answers.filter(({ wanted, got }) => wanted !== got)).toEqual([]);
    expect(answers.length).toBeGreaterThan(90);
  });

  it('bind to the recipients that the manifest names, and to nobody else', async () => {
    for (const entry of manifest.cases) {
      const { type, matches, does_not_match: other } = entry.expected.recipient ?? {};
      if (typeof matches !== 'string' || typeof other !== 'string') continue;
      const bytes = readCorpus(entry.file);
      const mine = await verifyDocument(bytes, {
        ...optionsFor(entry),
        emails: [matches.toUpperCase(), matches],
      });
      const theirs = await verifyDocument(bytes, { ...optionsFor(entry), emails: [other] });
      // A name is a hint and never binds.
      const wanted = type === 'name' || type === 'plain name' ? 'no' : 'yes';
      expect([entry.id, mine.bound, theirs.bound]).toEqual([entry.id, wanted, 'no']);
      expect(mine.verdict).toBe(theirs.verdict);
    }
  });

  it('are never valid when a fact is missing that made them so', async () => {
    for (const entry of manifest.cases.filter(
      ({ vectors, expected }) => !vectors && expected.outcome !== 'verified',
    )) {
      for (const { url } of entry.network) {
        const network = entry.network.filter((other) => other.url !== url);
        const options = {
          ...optionsFor(entry),
          fetch: withChain(entry, offlineFetch(network)),
          didDocuments: pinnedDocuments(network),
        };
        const { verdict } = await verifyDocument(readCorpus(entry.file), options);
        expect([entry.id, url, verdict === 'valid']).toEqual([entry.id, url, false]);
      }
    }
  });
});
