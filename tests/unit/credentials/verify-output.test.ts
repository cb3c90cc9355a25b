import { describe, expect, it } from 'vitest';
import { printLine, printText } from '#server/cli/verify-output.ts';
import { createIssuer, issueClr, issueOb3, verify } from '#tests/support/signing/index.ts';

/* What the command line prints about a record with credentials inside. */

const issuer = createIssuer({ kind: 'did:web', seed: 'printed' });
const about = { subjectId: 'did:example:ada' };

async function report() {
  const held = [
    await issueOb3(issuer, { ...about, title: 'Knots' }),
    await issueOb3(issuer, {
      ...about,
      id: 'urn:uuid:2',
      title: 'Splices',
      validUntil: '2026-02-01T00:00:00Z',
    }),
  ];
  const inner = await issueClr(issuer, held, { ...about, id: 'urn:uuid:inner', members: { name: 'Inner' } });
  return verify(await issueClr(issuer, [inner], about), { issuers: [issuer] });
}

describe('the command line', () => {
  it('prints parts as JSON in the shape of the whole, one inside another', async () => {
    const line = JSON.parse(printLine('record.json', await report(), () => null));
    expect(line).toMatchObject({ file: 'record.json', format: 'clr2', verdict: 'valid' });
    expect(line.parts).toMatchObject([
      {
        title: 'Inner',
        verdict: 'valid',
        parts: [
          { title: 'Knots', verdict: 'valid', code: null, parts: [] },
          { title: 'Splices', verdict: 'invalid', code: 'expired', parts: [] },
        ],
      },
    ]);
    expect(line.parts[0].parts[1].checks).toHaveLength(8);
  });

  it('prints a line a part for people, with what keeps it from standing', async () => {
    const text = printText('record.json', await report(), () => null);
    expect(text).toContain('  part ✓ Inner · Northgate College: valid');
    expect(text).toContain('    part ✗ Splices · Northgate College: invalid (expired)');
    expect(text).toContain('      ✗ dates         It ended on 1 Feb 2026.');
  });
});
