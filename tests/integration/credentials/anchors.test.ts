import { beforeEach, describe, expect, it } from 'vitest';
import { ensureCandidate } from '#server/candidates/index.ts';
import { checkBadge } from '#server/credentials/check-badge.ts';
import { getProof } from '#server/credentials/get-proof.ts';
import { type ReadReport, recordReport } from '#server/credentials/record-report.ts';
import { type CandidateScope, candidateScope } from '#server/platform/scope.ts';
import { files } from '#server/platform/storage.ts';
import { query } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/people.ts';
import { as } from '#tests/support/readers.ts';
import { type BlockcertOrder, issueBlockcert } from '#tests/support/signing/blockcerts.ts';
import { buildEdc, issueEdc } from '#tests/support/signing/edc.ts';
import { verify } from '#tests/support/signing/verify.ts';

/* What is kept of an anchor and of a seal, and how the proof page gets it. */

const now = new Date('2026-11-23T00:00:00Z');
let scope: CandidateScope;

beforeEach(async () => {
  const ada = await makePerson('Ada');
  scope = candidateScope(ada.accountId);
  await ensureCandidate(scope, 'Ada');
});

async function record(report: Awaited<ReturnType<typeof verify>>, bytes: string) {
  if (report.credential === null) throw new Error('nothing was read');
  const originalKey = await files().put(scope.candidateId, Buffer.from(bytes));
  const original = {
    originalKey,
    originalName: 'c.json',
    originalSize: 1,
    mediaType: 'application/json',
    sourceUrl: null,
  };
  const occasion = { trigger: 'import', now, tookMs: 1 } as const;
  const recorded = await recordReport(scope, report as ReadReport, original, occasion);
  return getProof(scope.candidateId, recorded?.credentialId ?? '', as('holder'), new Date());
}

async function keep(order: BlockcertOrder, explorers: 'one' | 'none') {
  const cert = await issueBlockcert(order);
  const settings = { explorers: cert.explorers[explorers] };
  const report = await verify(cert.document, {
    documents: cert.documents,
    settings,
    emails: ['ada@example.org'],
  });
  return record(report, JSON.stringify(cert.document));
}

describe('a kept Blockcert', () => {
  it('tells what is proven offline apart from what the chain says', async () => {
    const proof = await keep({}, 'one');
    expect(proof).toMatchObject({
      verdict: 'valid',
      stage: null,
      anchor: { offline: 'pass', onChain: 'pass' },
    });
    const open = await keep({ version: 3 }, 'none');
    expect(open).toMatchObject({
      code: 'issuer-unresolvable',
      stage: 'anchor',
      anchor: { onChain: 'unknown' },
    });
    expect(open.sentence).toMatch(/^Nobody confirmed the blockchain entry/);
  });

  it('of a test network is valid, and nothing of it counts', async () => {
    const proof = await keep({ network: 'bitcoinTestnet' }, 'one');
    expect(proof).toMatchObject({
      verdict: 'valid',
      tier: { level: 0, rule: 'demo-network' },
      anchor: { isDemo: true },
    });
    const rows = await query('select skill_key from skill_evidence where candidate_id = $1', [
      scope.candidateId,
    ]);
    expect(rows).toEqual([]);
  });

  it('takes nothing but an object for an anchor', async () => {
    await keep({}, 'one');
    const change = query(`update credential set anchor = '"x"' where candidate_id = $1`, [scope.candidateId]);
    await expect(change).rejects.toThrow(/credential_anchor_check/);
  });
});

describe('a kept European Digital Credential', () => {
  it('states its levels and credits, has no anchor, and keeps no name', async () => {
    const document = issueEdc({ content: buildEdc() });
    const report = await verify(document, { emails: ['ada@example.org'] });
    const bytes = Buffer.from(JSON.stringify(document));
    const shown = await checkBadge(
      { source: 'file', name: 'edc.json', mediaType: 'application/json', bytes },
      null,
      now,
    );
    expect(shown).toMatchObject({ verdict: 'unknown', anchor: null, stage: 'seal' });
    const proof = await record(report, JSON.stringify(document));
    expect(proof).toMatchObject({ verdict: 'unknown', stage: 'seal', anchor: null, bound: 'yes' });
    expect(proof.statements).toContainEqual({ term: 'eqf-level', value: 'Level 6', link: null });
    const [row] = await query<{ view: object }>('select view from credential where candidate_id = $1', [
      scope.candidateId,
    ]);
    expect(JSON.stringify(row?.view)).not.toMatch(/Andromeda|1999|LA-234218|ada@/);
  });
});
