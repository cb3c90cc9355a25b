import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { verifyDocument } from '#server/credentials/verify-document.ts';
import { createIssuer, issueOb3 } from '#tests/support/signing/index.ts';
import { serve } from '#tests/support/signing/serve.ts';
import { root } from '#tests/support/source.ts';

/*
 * The three badges of "Or try ours" on the front page. They are made here (`npx vitest run shown-samples --update`), need
 * no network to be checked, and must lead to what the page says of them.
 */

const issuer = createIssuer({ kind: 'did:key', host: 'samples.example', alg: 'EdDSA', seed: 'samples' });
const folder = join(root, 'public/samples');

const order = {
  id: 'urn:uuid:5a3c1b52-6d0e-4c55-9f0a-6d2f6a1f4b01',
  title: 'Queries That Answer',
  members: {
    issuer: { id: issuer.id, type: ['Profile'], name: 'Sample Guild' },
    description: 'A sample, signed by a key that nobody else uses.',
  },
  subjectId: 'urn:uuid:0f7d4f4e-2a83-4a53-8a8f-3f7f0c4f2a11',
  achievement: {
    id: 'urn:uuid:8d6b2f0c-51f5-4a0b-9a53-1b8f6f2f7c21',
    description: 'Reads a question, writes the query, and says how sure the answer is.',
    criteria: { narrative: 'Twelve questions on an unknown database in two hours, marked by an examiner.' },
    achievementType: 'Assessment',
  },
  alignments: [{ name: 'SQL', url: 'urn:assay:skill:sql' }],
};

async function make(name: string): Promise<string> {
  const until = name === 'expired' ? { validUntil: '2026-06-30T00:00:00Z' } : {};
  const text = JSON.stringify(await issueOb3(issuer, { ...order, ...until }), null, 2);
  return `${name === 'changed' ? text.replace('Twelve questions', 'Twenty questions') : text}\n`;
}

describe('the badges to try', () => {
  it.each([
    ['valid', 'valid', null],
    ['expired', 'invalid', 'expired'],
    ['changed', 'invalid', 'signature'],
  ])('%s is what it is called', async (name, verdict, code) => {
    const text = await make(name);
    await expect(text).toMatchFileSnapshot(join(folder, `${name}.json`));
    const resolver = { byUri: () => null, byLabel: () => [] };
    const report = await verifyDocument(Buffer.from(text), {
      fetch: serve(),
      now: new Date('2026-12-01T00:00:00Z'),
      resolver,
    });
    expect(report.verdict).toBe(verdict);
    if (code !== null) expect(report.code).toBe(code);
  });
});
