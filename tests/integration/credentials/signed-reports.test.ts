import '#tests/support/database.ts';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLocalJWKSet, generateKeyPair, type JSONWebKeySet, jwtVerify, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerKeySet } from '#server/api/http/key-endpoint.ts';
import { answerVerify, answerVerifyPreflight } from '#server/api/http/verify-endpoint.ts';
import type { SignedReport } from '#server/credentials/core/signed-report.ts';
import { getOriginal, signProof } from '#server/credentials/index.ts';
import { signAsInstallation } from '#server/platform/signing-keys.ts';
import { query } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/people.ts';
import { as } from '#tests/support/readers.ts';
import { issue, now, openDesk, own, type Person } from './desk.ts';

/* A report that a third party checks with our published keys and nothing else (features V14). */

openDesk();

const door = 'http://localhost:3000/api/v1/verify';
let ada: Person;
let credentialId = '';
let folder = '';

beforeAll(async () => {
  ada = await makePerson('Ada');
  ({ id: credentialId } = await own(ada));
  folder = mkdtempSync(join(tmpdir(), 'assay-reports-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function publishedKeys(): Promise<JSONWebKeySet> {
  return (await (await answerKeySet()).json()) as JSONWebKeySet;
}

async function open(token: string): Promise<SignedReport> {
  const options = { algorithms: ['ES256'], typ: 'verification-report+jwt', issuer: 'http://localhost:3000' };
  const { payload } = await jwtVerify<{ report: SignedReport }>(
    token,
    createLocalJWKSet(await publishedKeys()),
    options,
  );
  return payload.report;
}

const post = (init: RequestInit) => answerVerify(new Request(door, { method: 'POST', ...init }));

describe('a signed report', () => {
  it('says what was found about which bytes, and names nobody', async () => {
    const token = await signProof(ada.accountId, credentialId, as('holder'), now);
    const report = await open(token);
    const { bytes } = await getOriginal(ada.accountId, credentialId);
    expect(report).toMatchObject({ version: 1, verdict: 'valid', code: null });
    expect(report.document.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(report.checks.map(({ name }) => name)).toHaveLength(8);
    expect(report.skills).toContainEqual(expect.objectContaining({ label: 'SQL', counts: true }));
    const text = JSON.stringify(report);
    for (const word of [ada.email, ada.accountId, createHash('sha256').update(ada.email).digest('hex')])
      expect(text).not.toContain(word);
  });

  it('does not hold when a letter of it was changed, or somebody else signed it', async () => {
    const [head, body = '', signature] = (
      await signProof(ada.accountId, credentialId, as('public'), now)
    ).split('.');
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as { report: SignedReport };
    claims.report.verdict = 'invalid';
    const forged = Buffer.from(JSON.stringify(claims)).toString('base64url');
    await expect(open(`${head}.${forged}.${signature}`)).rejects.toThrow(/signature/);
    const { privateKey } = await generateKeyPair('ES256');
    const kid = (JSON.parse(Buffer.from(head ?? '', 'base64url').toString()) as { kid: string }).kid;
    const header = { alg: 'ES256', kid, typ: 'verification-report+jwt' };
    const foreign = await new SignJWT(claims).setProtectedHeader(header).sign(privateKey);
    await expect(open(foreign)).rejects.toThrow(/signature/);
  });

  it('is no other token of ours, nor they a report', async () => {
    const other = await signAsInstallation({ report: { version: 1 } }, { typ: 'oauth-authz-req+jwt', now });
    await expect(open(other)).rejects.toThrow(/typ/);
  });

  it('holds after the key was replaced, and is then signed with the next one', async () => {
    const before = await signProof(ada.accountId, credentialId, as('public'), now);
    const nextYear = new Date(now.getTime() + 366 * 86_400_000);
    const after = await signProof(ada.accountId, credentialId, as('public'), nextYear);
    const kidOf = (token: string) =>
      JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString());
    expect(kidOf(after)).not.toEqual(kidOf(before));
    expect((await publishedKeys()).keys.length).toBeGreaterThanOrEqual(2);
    for (const token of [before, after]) expect((await open(token)).verdict).toBe('valid');
    expect(JSON.stringify(await publishedKeys())).not.toContain('"d"');
  });

  it('is checked by the command line without asking anybody', async () => {
    const [report, keys, document] = ['report.jwt', 'keys.json', 'badge.jwt'].map((name) =>
      join(folder, name),
    );
    writeFileSync(report ?? '', await signProof(ada.accountId, credentialId, as('public'), now));
    writeFileSync(keys ?? '', JSON.stringify(await publishedKeys()));
    writeFileSync(document ?? '', (await getOriginal(ada.accountId, credentialId)).bytes);
    const run = (...options: (string | undefined)[]) => {
      const program = ['--import', 'tsx', 'server/cli/check-report.ts', ...options.map(String)];
      return execFileSync(process.execPath, program, { encoding: 'utf8', stdio: 'pipe' });
    };
    expect(JSON.parse(run('--jwks', keys, '--document', document, report))).toMatchObject({
      signedBy: 'http://localhost:3000',
      verdict: 'valid',
    });
    expect(() => run('--jwks', keys, '--document', keys, report)).toThrow(/another file/);
    expect(() => run('--jwks', keys, document)).toThrow(/does not hold/);
    expect(() => run(report)).toThrow(/--jwks/);
  });
});

describe('verifying over HTTP', () => {
  it('takes the document itself, and answers report and signed report', async () => {
    const document = Buffer.from((await issue(ada.email)).bytes).toString();
    const answer = await post({ body: document, headers: { 'content-type': 'application/jwt' } });
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    const report = (await answer.json()) as { verdict: string; bound: string; signedReport: string };
    expect(report).toMatchObject({ verdict: 'valid', bound: 'not-asked' });
    expect((await open(report.signedReport)).document.sha256).toBe(
      createHash('sha256').update(document).digest('hex'),
    );
  });

  it('takes a form with an address to compare, and answers the signed form alone when asked', async () => {
    const document = Buffer.from((await issue(ada.email)).bytes).toString();
    const form = new FormData();
    form.set('text', document);
    form.set('email', ada.email);
    expect(await (await post({ body: form })).json()).toMatchObject({ verdict: 'valid', bound: 'yes' });
    const again = await post({ body: document, headers: { accept: 'application/jwt' } });
    expect(again.headers.get('content-type')).toBe('application/verification-report+jwt');
    expect((await open(await again.text())).verdict).toBe('valid');
  });

  it.each<[string, RequestInit, number, string]>([
    ['nothing', {}, 400, 'import.empty'],
    ['an empty form', { body: new URLSearchParams() }, 400, 'import.empty'],
    [
      'a form that breaks off',
      { body: 'x', headers: { 'content-type': 'multipart/form-data; boundary=y' } },
      400,
      'verify.form_malformed',
    ],
    [
      'an address that is none',
      { body: new URLSearchParams({ text: '{}', email: 'ada' }) },
      400,
      'verify.email_malformed',
    ],
    ['an address inside', { body: new URLSearchParams({ url: 'http://127.0.0.1/' }) }, 400, 'link.blocked'],
    ['too much', { body: new Uint8Array(12_000_000) }, 413, 'file.too_large'],
  ])('refuses %s with a reason', async (_what, init, status, code) => {
    const answer = await post(init);
    expect([answer.status, await answer.json()]).toEqual([status, expect.objectContaining({ code })]);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });

  it('reports what is no credential instead of failing', async () => {
    expect(await (await post({ body: 'hello' })).json()).toMatchObject({
      verdict: 'invalid',
      code: 'not-a-credential',
    });
  });

  it('lets pages of other sites ask, and nobody too often', async () => {
    expect(answerVerifyPreflight().headers.get('access-control-allow-methods')).toBe('POST');
    const headers = { 'x-forwarded-for': '203.0.113.9' };
    for (let call = 0; call < 30; call++) expect((await post({ body: '{}', headers })).status).toBe(200);
    const refused = await post({ body: '{}', headers });
    expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([
      429,
      'rate.exceeded',
    ]);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    await query('delete from rate_limit');
  });
});
