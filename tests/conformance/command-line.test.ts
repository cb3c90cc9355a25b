import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JsonObject } from '#server/credentials/core/json.ts';
import { issueBlockcert } from '#tests/support/signing/blockcerts.ts';
import { authority, issueEdc } from '#tests/support/signing/edc.ts';
import {
  buildOb3,
  createIssuer,
  issueOb3,
  pngBomb,
  statusEntry,
  statusList,
} from '#tests/support/signing/index.ts';

/* `npm run verify` as a program: what it prints, how it ends, and what hostile files do to it. */

type Line = {
  file: string;
  verdict: string;
  code: string | null;
  bound: string;
  checks: JsonObject[];
  skills: JsonObject[];
};
type Outcome = { code: number; lines: Line[]; text: string; errors: string };

let folder = '';
const issuer = createIssuer({ kind: 'did:web', seed: 'command line' });

function write(name: string, content: string | Uint8Array | object): string {
  const bytes =
    typeof content === 'string' || content instanceof Uint8Array ? content : JSON.stringify(content);
  writeFileSync(path.join(folder, name), bytes);
  return name;
}

function run(...options: string[]): Promise<Outcome> {
  const program = ['--import', 'tsx', 'server/cli/verify.ts', ...options];
  const env = { ...process.env, INIT_CWD: folder };
  return new Promise((resolve) => {
    execFile(process.execPath, program, { env, maxBuffer: 2 ** 26 }, (error, text, errors) => {
      const code = typeof error?.code === 'number' ? error.code : 0;
      const rows = text.split('\n').filter((line) => line.startsWith('{'));
      resolve({ code, lines: rows.map((line) => JSON.parse(line) as Line), text, errors });
    });
  });
}

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'verify-'));
  const url = `${issuer.root}/status/1`;
  await statusList(issuer, { url, set: [1] });
  write('good.json', await issueOb3(issuer, { email: 'ada@example.org', status: statusEntry(url, 0) }));
  write('revoked.json', await issueOb3(issuer, { status: statusEntry(url, 1) }));
  write('inside.json', await issueOb3(issuer, { status: statusEntry('http://127.0.0.1/list', 1) }));
  write('elsewhere.json', await issueOb3(issuer, { status: statusEntry('https://gone.example/list', 1) }));
  write('did.json', issuer.documents.get(`${issuer.root}/did.json`) ?? '');
  write('list.json', issuer.documents.get(url) ?? '');
  const list = { status: 200, contentType: 'application/vc', file: 'list.json' };
  write('responses.json', {
    [`${issuer.root}/did.json`]: 'did.json',
    [url]: list,
    'http://127.0.0.1/list': list,
  });
});

describe('the issuer', () => {
  const listed = (name: string, more: object = {}) => ({ registry: { [issuer.id]: { name, ...more } } });

  it('is looked up in the registries named, the first of which decides; the verdict stays', async () => {
    write('first.json', listed('Northgate of the first'));
    write('second.json', listed('Northgate of the second'));
    const options = [
      '--responses',
      'responses.json',
      '--registry',
      'first.json',
      '--registry',
      'second.json',
    ];
    const { code, lines, text } = await run(...options, '--json', 'good.json');
    expect(code).toBe(0);
    expect(lines[0]).toMatchObject({
      verdict: 'valid',
      issuer: {
        id: issuer.id,
        callsItself: 'Northgate College',
        recognised: { registry: 'first.json', name: 'Northgate of the first' },
      },
    });
    expect(text).not.toContain('second');
  });

  it('is unrecognised when no registry names exactly its id, or not any more', async () => {
    write('others.json', { registry: { [`${issuer.id}:below`]: { name: 'Somebody else' } } });
    write('ended.json', listed('Northgate', { validUntil: '2020-01-01' }));
    const options = [
      '--responses',
      'responses.json',
      '--registry',
      'others.json',
      '--registry',
      'ended.json',
    ];
    const { code, text } = await run(...options, 'good.json');
    expect(code).toBe(0);
    expect(text).toContain(`issuer unrecognised: ${issuer.id}, calls itself “Northgate College”`);
  });

  it.each([
    ['is not there', 'nowhere.json', null, 'it is not there'],
    ['is no registry', 'list.txt', '[]', 'it has no member'],
    ['is not JSON', 'broken.txt', '{"registry": {', 'it has no member'],
  ])('cannot be looked up in a file that %s', async (_what, name, content, why) => {
    if (content !== null) write(name, content);
    const { code, errors } = await run('--registry', name, 'good.json');
    expect(code).toBe(64);
    expect(errors).toContain(why);
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const offline = ['--responses', 'responses.json', '--now', '2026-11-23T00:00:00Z'];

describe('the command line', () => {
  it('prints a line of JSON a file, and ends by the worst of them', async () => {
    const { code, lines } = await run(
      '--json',
      ...offline,
      '--email',
      'ADA@example.org',
      'good.json',
      'revoked.json',
      'inside.json',
    );
    expect(lines.map(({ file, verdict, code: found, bound }) => [file, verdict, found, bound])).toEqual([
      ['good.json', 'valid', null, 'yes'],
      ['revoked.json', 'invalid', 'revoked', 'no'],
      ['inside.json', 'unknown', 'ssrf-blocked', 'no'],
    ]);
    expect(lines[0]?.checks.map(({ name }) => name)).toHaveLength(8);
    expect(Object.keys(lines[0]?.checks[0] ?? {})).toEqual(['name', 'result', 'code', 'message']);
    expect(code).toBe(1);
  });

  it('ends with 0 when all are valid and with 2 when one is unknown', async () => {
    const good = await run(...offline, 'good.json');
    expect([good.code, good.text.split('\n')[0]]).toEqual([0, 'good.json: valid']);
    const unknown = await run('--json', ...offline, 'good.json', 'elsewhere.json');
    expect([unknown.code, unknown.lines[1]?.code]).toEqual([2, 'status-unavailable']);
  });

  it('asks the explorers and trusts the authorities that it is told, and shows an anchor in two lines', async () => {
    const cert = await issueBlockcert();
    const map: JsonObject = {};
    for (const [at, [url, json]] of [...cert.documents].entries()) map[url] = write(`chain-${at}.json`, json);
    const responses = ['--responses', write('chain.json', map), '--now', '2026-11-23T00:00:00Z'];
    const file = write('blockcert.json', cert.document);
    const explorers = cert.explorers.two.flatMap((explorer) => ['--explorer', explorer]);
    const asked = await run(...responses, ...explorers, file);
    expect(asked.text).toMatch(/^blockcert.json: valid\n/);
    expect(asked.text).toMatch(/✓ offline .*\n {2}✓ on chain .*one\.example and two\.example/);
    const alone = await run('--json', ...responses, file);
    expect(alone.lines[0]).toMatchObject({
      verdict: 'unknown',
      anchor: { offline: 'pass', onChain: 'unknown' },
    });
    write('roots.pem', authority.pem);
    const sealed = write('edc.json', issueEdc());
    expect((await run(...offline, '--seal-roots', 'roots.pem', sealed)).text).toMatch(/^edc.json: valid/);
    expect((await run(...offline, sealed)).text).toMatch(/^edc.json: unknown \(issuer-unresolvable\)/);
    write('empty.pem', 'nothing');
    const wrong = await run(...offline, '--seal-roots', 'empty.pem', sealed);
    expect([wrong.code, wrong.errors]).toEqual([64, expect.stringContaining('holds no PEM certificate')]);
  }, 120_000);

  it('says what is wrong with the call', async () => {
    expect(await run('--json')).toMatchObject({ code: 64, lines: [] });
    expect((await run('--now', 'soon', 'good.json')).errors).toContain('--now soon is no moment.');
    const missing = await run('--json', ...offline, 'nowhere.json', 'good.json');
    expect(missing.lines.map(({ verdict }) => verdict)).toEqual(['invalid', 'valid']);
  });

  it('answers hostile files, and the ones after them', async () => {
    const document = buildOb3(issuer);
    const vocab = [...(document['@context'] as string[]), { '@vocab': 'https://vocab.example/' }];
    const ids = Array.from({ length: 12 }, (_, at) => `_:n${at}`);
    const clique = ids.map((id) => ({
      id,
      next: ids.filter((other) => other !== id).map((other) => ({ id: other })),
    }));
    const inline = Array.from({ length: 1_900 }, (_, at) => ({ [`t${at}`]: `https://vocab.example/${at}` }));
    const hostile = [
      write('large.json', Buffer.alloc(30_000_000, 0x20)),
      write('twenty.json', JSON.stringify({ ...document, name: 'a'.repeat(20_000_000) })),
      write('bomb.png', pngBomb(100_000_000)),
      write('nested.json', '['.repeat(200_000)),
      write('poison.json', { ...document, '@context': vocab, nodes: clique }),
      write('contexts.json', { ...document, '@context': [...vocab, ...inline] }),
      write('nested.svg', `<svg xmlns="http://www.w3.org/2000/svg">${'<g>'.repeat(16_000)}`),
      write(
        'laughs.svg',
        '<!DOCTYPE svg [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>',
      ),
    ];
    const { lines } = await run('--json', ...offline, ...hostile, 'good.json');
    expect(lines.slice(0, -1).map(({ file, verdict }) => [file, verdict])).toEqual(
      hostile.map((file) => [file, 'invalid']),
    );
    expect(lines.at(-1)).toMatchObject({ file: 'good.json', verdict: 'valid' });
  }, 120_000);
});
