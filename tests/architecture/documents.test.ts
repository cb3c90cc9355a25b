import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type DocumentedError, readErrors, readSource } from '#tests/support/error-list.ts';
import { root } from '#tests/support/source.ts';

/*
 * Two documents are made from the source: `npm run docs` writes them anew, and this fails when they are behind.
 */

/** As in the door's mapping of kinds; a person who reads the list thinks in statuses. */
const status: Record<string, number> = {
  'bad-input': 400,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-many': 429,
  unavailable: 503,
  internal: 500,
};

function writeErrors(errors: readonly DocumentedError[]): string {
  const rows = errors.map(({ code, kind, messages, hints }) => {
    const cells = [`\`${code}\``, `${kind} (${status[kind]})`, messages.join(' / '), hints.join(' / ')];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return `# Errors

Every error that the product answers with: \`code\` is stable and for programs, message and hint are for people. Over
REST an error is problem+json (RFC 9457) with these as \`code\`, \`title\` and \`detail\`; over tRPC they are
\`data.appCode\`, \`message\` and \`data.hint\`. A fault on our side is \`server.fault\` (500), input of the wrong shape
\`input.malformed\` (400) with the fields in \`data.issues\`. What is filled in at run time is shown as "…".

Made from the source by \`npm run docs\`.

| code | kind (status) | message | hint |
|---|---|---|---|
${rows.join('\n')}
`;
}

interface Procedure {
  _def: { type: string; meta?: { allow?: string } };
}

function writeAccess(procedures: readonly [string, Procedure][]): string {
  const rows = procedures
    .map(([name, { _def }]) => `| \`${name}\` | ${_def.type} | ${_def.meta?.allow ?? '?'} |`)
    .sort();
  return `# Who may call what

Each procedure declares it with the builder it is made from (\`server/api/procedures.ts\`). *anyone* needs no session,
*signed-in* a session, *candidate* acts on the caller's own side only, *org:…* needs a membership in the organisation
named by the input whose role has that permission (another organisation's is "not found"), *demo* exists with DEMO=1 only.

Made from the source by \`npm run docs\`.

| procedure | type | who |
|---|---|---|
${rows.join('\n')}
`;
}

describe('errors', () => {
  const { errors, unreadable } = readErrors(readSource());

  it('are written out where they are made, so that they can be listed', () => {
    expect(unreadable).toEqual([]);
    expect(errors.length).toBeGreaterThan(10);
  });

  it('have codes of one form and kinds that exist', () => {
    const strange = errors.filter(
      ({ code, kind }) => !/^[a-z-]+\.[a-z]+(?:[_-][a-z0-9]+)*$/.test(code) || status[kind] === undefined,
    );
    expect(strange).toEqual([]);
  });

  it('say each what is wrong in one sentence that ends', () => {
    const open = errors.flatMap(({ messages }) => messages).filter((message) => !/[.?…]$/.test(message));
    expect(open).toEqual([]);
  });

  it('are all in docs/api/errors.md', async () => {
    await expect(writeErrors(errors)).toMatchFileSnapshot('../../docs/api/errors.md');
  });

  it('would be noticed with a code that is not written out', () => {
    const source = new Map([
      ['a.ts', "throw new AppError(code, 'gone', 'Away.'); new AppError('a.b', 'gone', 'Away.')"],
    ]);
    expect(readErrors(source)).toEqual({
      errors: [{ code: 'a.b', kind: 'gone', messages: ['Away.'], hints: [] }],
      unreadable: ['a.ts: 1 of 2'],
    });
  });
});

describe('procedures', () => {
  let procedures: [string, Procedure][];

  beforeAll(async () => {
    const { appRouter } = await import('#server/api/root.ts');
    procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>);
  });

  it('say each who may call them', () => {
    expect(procedures.length).toBeGreaterThan(10);
    expect(procedures.filter(([, { _def }]) => !_def.meta?.allow).map(([name]) => name)).toEqual([]);
  });

  it('are all in docs/security/access.md', async () => {
    await expect(writeAccess(procedures)).toMatchFileSnapshot('../../docs/security/access.md');
  });
});

describe('documents for people', () => {
  const documents = listDocuments('docs');
  const named = documents.flatMap((document) => {
    const text = readFileSync(join(root, document), 'utf8');
    const paths = text.match(/`[\w[\]().-]+(?:\/[\w[\]().-]+)+\.(?:ts|tsx|mjs|md|json|prisma)`/g) ?? [];
    return paths.map((path) => ({ document, path: path.slice(1, -1) }));
  });

  it('name files that are there', () => {
    const places = ['', 'server', 'server/credentials'];
    const lost = named.filter(({ path }) => !places.some((place) => existsSync(join(root, place, path))));
    expect(lost).toEqual([]);
    expect(named.length).toBeGreaterThan(40);
  });
});

function listDocuments(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return listDocuments(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}
