import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureCandidate } from '#server/candidates/index.ts';
import type { JsonObject } from '#server/credentials/core/json.ts';
import { getJudged, getOriginal, getProof } from '#server/credentials/get-proof.ts';
import { recheckStoredCredential } from '#server/credentials/recheck-credential.ts';
import { recordReport } from '#server/credentials/record-report.ts';
import { removeCredential } from '#server/credentials/remove-credential.ts';
import { type CachedFetch, verifyBytes } from '#server/credentials/verify-bytes.ts';
import { type CandidateScope, candidateScope } from '#server/platform/scope.ts';
import { files } from '#server/platform/storage.ts';
import { installStarterScheme } from '#server/skills/index.ts';
import { query } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/people.ts';
import { as } from '#tests/support/readers.ts';
import { createIssuer, issueClr, issueOb3 } from '#tests/support/signing/index.ts';
import { serve } from '#tests/support/signing/serve.ts';

/* What the database keeps of records with credentials inside, and of badges that their issuer renewed. */

const folder = mkdtempSync(join(tmpdir(), 'assay-records-'));
process.env.STORAGE_DIR = folder;
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(() => installStarterScheme());

const now = new Date('2026-05-01T10:00:00Z');
const school = createIssuer({
  kind: 'did:web',
  host: 'school.example',
  seed: 'records school',
  name: 'School',
});
const club = createIssuer({ kind: 'did:web', host: 'club.example', seed: 'records club', name: 'Club' });
const aligned = (name: string) => [{ name, url: `urn:assay:skill:${name.toLowerCase()}` }];

let scope: CandidateScope;
let email: string;
beforeEach(async () => {
  const ada = await makePerson('Ada');
  ({ email } = ada);
  scope = candidateScope(ada.accountId);
  await ensureCandidate(scope, 'Ada');
});

const fetch = (): CachedFetch => {
  const world = serve(school.documents, club.documents);
  return (url, options = {}) => world(url, options);
};

async function keep(document: JsonObject) {
  const bytes = new TextEncoder().encode(JSON.stringify(document));
  const { report, tookMs } = await verifyBytes(bytes, { emails: [email], dids: [] }, now, null, fetch());
  const { credential } = report;
  if (!credential) throw new Error(`It was refused: ${report.code}`);
  const original = {
    originalKey: await files().put(scope.candidateId, bytes),
    originalName: 'record.json',
    originalSize: bytes.byteLength,
    mediaType: 'application/json',
    sourceUrl: null,
  };
  const occasion = { trigger: 'import' as const, now, tookMs };
  const recorded = await recordReport(scope, { ...report, credential }, original, occasion);
  if (!recorded) throw new Error('It was not recorded.');
  return recorded.credentialId;
}

const evidenceOf = (id: string) =>
  query(
    `select s.label, e.tier, e.issuer_id, e.valid_until, e.standing from skill_evidence e
       join skill s on s.key = e.skill_key where e.credential_id = $1 order by s.label`,
    [id],
  );

describe('a learner record in a wallet', () => {
  const about = () => ({ email, salt: null });
  const named = () => ({
    subject: {
      identifier: [
        { type: 'IdentityObject', identityType: 'emailAddress', hashed: false, identityHash: email },
      ],
    },
  });

  it('is one credential whose parts each prove at their own strength, and are shown with their own eight lines', async () => {
    const held = [
      await issueOb3(club, {
        ...about(),
        title: 'Data',
        alignments: aligned('SQL'),
        validUntil: '2027-01-01T00:00:00Z',
      }),
      await issueOb3(club, {
        ...about(),
        id: `${club.root}/credentials/2`,
        title: 'Ended',
        alignments: aligned('Python'),
        validUntil: '2026-02-01T00:00:00Z',
      }),
    ];
    const id = await keep(await issueClr(school, held, named()));
    expect(await evidenceOf(id)).toMatchObject([
      {
        label: 'SQL',
        tier: 1,
        issuer_id: club.id,
        valid_until: new Date('2027-01-01T00:00:00Z'),
        standing: 'stands',
      },
    ]);
    const proof = await getProof(scope.candidateId, id, as('holder'), now);
    expect([proof.title, proof.verdict]).toEqual(['Transcript of records', 'valid']);
    expect(
      proof.parts.map(({ title, issuerName, verdict, code }) => [title, issuerName, verdict, code]),
    ).toEqual([
      ['Data', 'Club', 'valid', null],
      ['Ended', 'Club', 'invalid', 'expired'],
    ]);
    expect(proof.parts[0]?.checks).toHaveLength(8);
    expect(proof.parts[0]?.checks[0]?.at).toEqual(now);
    expect(proof.parts[1]?.sentence).toContain('1 Feb 2026');
    const open = await getProof(scope.candidateId, id, as('public'), now);
    const lines = open.parts.flatMap(({ checks }) => checks.filter(({ name }) => name === 'recipient'));
    expect(lines.map(({ message }) => message)).toEqual(
      Array(2).fill(expect.stringContaining('shown to the holder')),
    );
    expect(JSON.stringify(open)).not.toContain(email);
  });
});

describe('a badge with a refresh service', () => {
  const url = `${school.root}/refresh/1`;
  const contexts = [
    'https://www.w3.org/ns/credentials/v2',
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
  ];
  const members = { '@context': contexts, refreshService: { id: url, type: '1EdTechCredentialRefresh' } };
  const badge = (validFrom: string, validUntil: string, title: string) =>
    issueOb3(school, {
      email,
      salt: null,
      validFrom,
      validUntil,
      title,
      alignments: aligned('SQL'),
      members,
    });
  const recheck = (id: string, at: Date) =>
    recheckStoredCredential(scope.candidateId, id, 'recheck', at, { fetch: fetch(), marks: new Map() });
  const stored = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());

  it('is renewed by its issuer while nobody does anything; what was received and all runs stay', async () => {
    const before = stored().length;
    const first = await badge('2026-01-01T00:00:00Z', '2026-06-01T00:00:00Z', 'First');
    const id = await keep(first);
    const later = new Date('2026-06-10T00:00:00Z');
    await recheck(id, later);
    expect(await evidenceOf(id)).toEqual([]);

    const second = await badge('2026-06-01T00:00:00Z', '2027-06-01T00:00:00Z', 'Second');
    school.documents.set(url, second);
    await recheck(id, later);
    const proof = await getProof(scope.candidateId, id, as('holder'), now);
    expect([proof.title, proof.verdict, proof.refreshedAt]).toEqual(['Second', 'valid', later]);
    expect(proof.runs.map(({ verdict }) => verdict)).toEqual(['valid', 'invalid', 'valid']);
    expect(await evidenceOf(id)).toMatchObject([
      { label: 'SQL', valid_until: new Date('2027-06-01T00:00:00Z') },
    ]);
    const text = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes));
    expect(text((await getOriginal(scope.candidateId, id)).bytes)).toEqual(first);
    expect(text(await getJudged(scope.candidateId, id))).toEqual(second);

    // Renewed again, from the copy: the copy before gives way, and no file is left over.
    school.documents.set(url, await badge('2026-07-01T00:00:00Z', '2028-06-01T00:00:00Z', 'Third'));
    await recheck(id, new Date('2026-07-10T00:00:00Z'));
    school.documents.delete(url);
    await recheck(id, new Date('2026-07-11T00:00:00Z'));
    expect((await getProof(scope.candidateId, id, as('holder'), now)).title).toBe('Third');
    expect(stored().length).toBe(before + 2);
    await removeCredential(scope, id);
    expect(stored().length).toBe(before);
  });

  it('is the same credential when its old file is handed in again, and is looked at anew from the copy', async () => {
    const first = await badge('2026-01-01T00:00:00Z', '2026-04-01T00:00:00Z', 'First');
    school.documents.set(url, await badge('2026-04-01T00:00:00Z', '2027-06-01T00:00:00Z', 'Second'));
    const id = await keep(first);
    school.documents.delete(url);
    expect(await keep(first)).toBe(id);
    const [due] = await query<{ next_check_at: Date }>('select next_check_at from credential where id = $1', [
      id,
    ]);
    expect(due?.next_check_at).toEqual(now);
    await recheck(id, now);
    const proof = await getProof(scope.candidateId, id, as('holder'), now);
    expect([proof.title, proof.verdict]).toEqual(['Second', 'valid']);
    expect(readFileSync(join(folder, await keyOf(id)), 'utf8')).toContain('Second');
  });

  async function keyOf(id: string): Promise<string> {
    const [row] = await query<{ refreshed_key: string }>(
      'select refreshed_key from credential where id = $1',
      [id],
    );
    return row?.refreshed_key ?? '';
  }
});
