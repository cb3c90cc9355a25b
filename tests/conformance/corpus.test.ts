import { describe, expect, it } from 'vitest';
import { plainSettings } from '#server/credentials/core/settings.ts';
import { type VerifyOptions, verifyDocument } from '#server/credentials/verify-document.ts';
import { type Answer, answerCase } from './answers.ts';
import { explorersFor, withChain } from './chain.ts';
import { writeConformance } from './conformance-document.ts';
import { type Case, hasShared, offlineFetch, pinnedDocuments, readCorpus, readManifest } from './manifest.ts';

/*
 * Real credentials from public repositories, verified offline: every case gives the expected outcome and the
 * expected failing check.
 */

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
    await expect(writeConformance(answers, manifest)).toMatchFileSnapshot('../../docs/verification.md');
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
