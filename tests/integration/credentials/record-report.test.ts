import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureCandidate } from '#server/candidates/index.ts';
import { type ReadReport, recordReport } from '#server/credentials/record-report.ts';
import { checkNames } from '#server/credentials/schemas.ts';
import { claimCheck, listDue } from '#server/credentials/store/credentials.ts';
import { credentialHandlers } from '#server/credentials/worker.ts';
import { drainQueue } from '#server/platform/queue-runner.ts';
import { type CandidateScope, candidateScope } from '#server/platform/scope.ts';
import { files } from '#server/platform/storage.ts';
import { query } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/people.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay-originals-'));
process.env.STORAGE_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const now = new Date('2026-05-01T10:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

let scope: CandidateScope;
let ada: Awaited<ReturnType<typeof makePerson>>;

beforeEach(async () => {
  ada = await makePerson('Ada');
  scope = candidateScope(ada.accountId);
  await ensureCandidate(scope, 'Ada');
});

function report(change: Partial<ReadReport> = {}, view: Partial<ReadReport['credential']> = {}): ReadReport {
  const check = { result: 'pass', code: 'ok', message: 'ok', source: null, at: now.toISOString(), tookMs: 1 };
  return {
    label: null,
    format: 'open-badge-3',
    container: 'json',
    verdict: 'valid',
    code: null,
    bound: 'yes',
    checks: checkNames.map((name) => ({ name, ...check })) as ReadReport['checks'],
    findings: [],
    skills: [],
    tier: { level: 1, rule: 'test' },
    payloadHash: 'a'.repeat(64),
    parts: [],
    endorsements: [],
    refreshed: null,
    anchor: null,
    watch: { statusLists: [], statusEntries: [], ttlMs: null, validUntil: null, validFrom: null },
    ...change,
    credential: {
      id: 'urn:uuid:1',
      kind: 'badge',
      title: 'Lathe work',
      description: null,
      criteria: null,
      achievementType: null,
      issuer: { id: 'did:web:issuer.example', name: 'Issuer', url: null },
      issuedAt: null,
      validFrom: null,
      validUntil: null,
      recipient: null,
      results: [],
      evidence: [],
      tags: [],
      alignments: [],
      signed: true,
      ...view,
    },
  };
}

const fileOf = (originalKey: string) => ({
  originalKey,
  originalName: 'badge.json',
  originalSize: 10,
  mediaType: 'application/json',
  sourceUrl: null,
});
const on = (trigger: 'import' | 'recheck', at = now) => ({ trigger, now: at, tookMs: 5 });

const mine = <Row extends object>(columns: string, table = 'credential') =>
  query<Row & Record<string, unknown>>(`select ${columns} from ${table} where candidate_id = $1`, [
    scope.candidateId,
  ]);

describe('recording a report', () => {
  it('makes one credential of two imports at the same moment, and calls one of them a duplicate', async () => {
    const both = await Promise.all(
      ['one', 'two'].map((key) => recordReport(scope, report(), fileOf(key), on('import'))),
    );
    expect(both.map((entry) => entry?.duplicate).sort()).toEqual([false, true]);
    expect(new Set(both.map((entry) => entry?.credentialId)).size).toBe(1);
    expect(await mine('id')).toHaveLength(1);
  });

  it('is no duplicate of itself when an import is repeated after its write', async () => {
    await recordReport(scope, report(), fileOf('same'), on('import'));
    expect(await recordReport(scope, report(), fileOf('same'), on('import'))).toMatchObject({
      duplicate: false,
    });
  });

  it('keeps text that the database cannot hold, marked', async () => {
    const view = { title: 'Nul\0 and \uD83D half', tags: ['\uDC00'] };
    await recordReport(scope, report({}, view), fileOf('odd'), on('import'));
    expect(await mine('title')).toEqual([{ title: 'Nul\uFFFD and \uFFFD half' }]);
  });

  it('takes an issuer whose name is too long for a key, and dates of no known year', async () => {
    const issuer = { id: `did:web:${'x'.repeat(9_000)}`, name: null, url: null };
    const dates = { issuedAt: '-200000-01-01T00:00:00Z', validUntil: '+200000-01-01T00:00:00Z' };
    await recordReport(scope, report({}, { issuer, ...dates }), fileOf('long'), on('import'));
    expect(await mine('issuer_id, issued_at, valid_until')).toEqual([
      { issuer_id: null, issued_at: null, valid_until: null },
    ]);
  });

  it('leaves a credential gone that was removed while it was looked at', async () => {
    const id = '01900000-0000-7000-8000-00000000dead';
    expect(await recordReport(scope, report(), fileOf('gone'), on('recheck'), id)).toBeNull();
    expect(await mine('id')).toEqual([]);
  });

  it('keeps the first look, every change and the newest, however often the clock looks', async () => {
    const first = await recordReport(scope, report(), fileOf('k'), on('import'));
    const again = (at: Date, change: Partial<ReadReport> = {}) =>
      recordReport(scope, report(change), fileOf('k'), on('recheck', at), first?.credentialId);
    for (let minute = 1; minute <= 20; minute++) await again(later(minute));
    for (let minute = 21; minute <= 40; minute++)
      await again(later(minute), { verdict: 'invalid', code: 'revoked' });
    const runs = await mine<{ at: Date; verdict: string }>('at, verdict', 'verification_run');
    expect(runs.map(({ at, verdict }) => [at.toISOString(), verdict]).sort()).toEqual([
      [now.toISOString(), 'valid'],
      [later(20).toISOString(), 'valid'],
      [later(21).toISOString(), 'invalid'],
      [later(40).toISOString(), 'invalid'],
    ]);
    expect(await mine('run_id', 'check_result')).toHaveLength(4 * 8);
  });
});

describe('a look that is due', () => {
  it('is claimed by one worker', async () => {
    await recordReport(scope, report(), fileOf('due'), on('import'));
    const [due] = (await listDue(later(600), 500)).filter((entry) => entry.candidateId === scope.candidateId);
    if (!due) throw new Error('nothing is due');
    const claims = await Promise.all([1, 2, 3].map(() => claimCheck(scope, due, later(700))));
    expect(claims.sort()).toEqual([false, false, true]);
  });
});

describe('a received file', () => {
  const kept = () => {
    try {
      return readdirSync(join(folder, scope.candidateId));
    } catch {
      return [];
    }
  };
  const importFile = async (text: string, name = 'x.json') => {
    const form = new FormData();
    form.set('file', new File([text], name));
    return ada.api.credentials.import(form);
  };

  it('is dropped when it is refused; its sentence stays', async () => {
    await importFile('this is no credential');
    expect(kept()).toHaveLength(1);
    await drainQueue(credentialHandlers);
    expect(await ada.api.credentials.imports()).toMatchObject([
      { state: 'refused', sentence: expect.any(String), hint: expect.any(String) },
    ]);
    expect(kept()).toEqual([]);
  });

  it('leaves no orphan when it cannot be noted', async () => {
    await query('alter table import_item add constraint no_more check (false) not valid');
    try {
      await expect(importFile('anything')).rejects.toThrow();
      expect(kept()).toEqual([]);
    } finally {
      await query('alter table import_item drop constraint no_more');
    }
  });

  it('keeps a name that pages and headers can carry', async () => {
    await importFile('{}', `${'a'.repeat(199)}😀\u0007"\r\nx-evil: 1`);
    const [item] = await ada.api.credentials.imports();
    expect(item?.name).toBe('a'.repeat(199));
  });

  it('that nobody finished shows as refused after two hours, and can be put away', async () => {
    await importFile('{}');
    await query(`update import_item set created_at = now() - interval '3 hours', state = 'checking'
                  where candidate_id = '${scope.candidateId}'`);
    expect(await ada.api.credentials.imports()).toMatchObject([{ state: 'refused', code: 'fault' }]);
    await ada.api.credentials.dismissImports({ id: null });
    expect(await ada.api.credentials.imports()).toEqual([]);
  });

  it('is refused when its address is too long, instead of asking for another one', async () => {
    const form = new FormData();
    form.set('url', `https://badges.example.org/${'a'.repeat(3_000)}`);
    await expect(ada.api.credentials.import(form)).rejects.toMatchObject({
      cause: { code: 'link.too_long' },
    });
  });

  it('is never handed out by a key of somebody else', async () => {
    const key = await files().put(scope.candidateId, new Uint8Array(1));
    expect(key.startsWith(`${scope.candidateId}/`)).toBe(true);
  });
});
