import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listFiles, root } from '#tests/support/source.ts';

/** Not domains: doors, command line and what all stand on. */
const apart = new Set(['platform', 'api', 'cli']);
/** Folders that one domain has and the others have not. */
const additional: Record<string, readonly string[]> = {
  credentials: ['formats', 'gather', 'threads', 'contexts'],
};

const verbNoun = /^[a-z]+(?:-[a-z0-9]+)+\.ts$/;
const fixed = new Set(['core', 'store', 'store.ts', 'schemas.ts', 'tasks.ts', 'worker.ts', 'index.ts']);

/** What in a domain's folder has no place there. */
function findStrangers(domain: string, names: readonly string[]): string[] {
  const folders = additional[domain] ?? [];
  return names.filter((name) => !fixed.has(name) && !folders.includes(name) && !verbNoun.test(name));
}

/** Lines of a file, and how many it may have. */
function findTooLong(files: readonly string[], limit: number): string[] {
  return files.filter((path) => readFileSync(join(root, path), 'utf8').trimEnd().split('\n').length > limit);
}

describe('a domain', () => {
  const domains = readdirSync(join(root, 'server')).filter(
    (name) => !apart.has(name) && statSync(join(root, 'server', name)).isDirectory(),
  );

  it.each(domains)('%s holds only files of the closed list', (domain) => {
    expect(findStrangers(domain, readdirSync(join(root, 'server', domain)))).toEqual([]);
  });

  it('may hold nothing else', () => {
    const names = ['utils.ts', 'jobs.ts', 'helpers', 'SaveJob.ts', 'gather', 'save-job.ts', 'core'];
    expect(findStrangers('jobs', names)).toEqual(['utils.ts', 'jobs.ts', 'helpers', 'SaveJob.ts', 'gather']);
  });

  it('stands in the order', () => {
    const rules = readFileSync(join(root, '.config/dependency-cruiser.mjs'), 'utf8');
    for (const domain of domains) expect(rules).toContain(`'${domain}',`);
  });

  it('has either one store or a folder of them', () => {
    const both = domains.filter((name) =>
      ['store', 'store.ts'].every((store) => existsSync(join(root, 'server', name, store))),
    );
    expect(both).toEqual([]);
  });
});

describe('files', () => {
  const code = listFiles().filter((path) => /\.(ts|tsx|mjs)$/.test(path));

  it('are short enough to be read at once', () => {
    expect(code.length).toBeGreaterThan(100);
    expect(
      findTooLong(
        code.filter((path) => !path.startsWith('tests/')),
        350,
      ),
    ).toEqual([]);
    expect(
      findTooLong(
        code.filter((path) => path.startsWith('tests/')),
        400,
      ),
    ).toEqual([]);
  });

  it('have names in kebab-case that say what they hold', () => {
    // Segments of addresses in brackets or parentheses are named by Next.
    const strange = code.filter((path) => {
      const name = (path.split('/').at(-1) ?? '').replace(/^\./, '');
      return !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)*$/.test(name);
    });
    const empty = code.filter((path) =>
      /(?:^|\/)(?:utils?|helpers?|managers?|common|misc)(?:\.|\/|$)/.test(path),
    );
    expect([...strange, ...empty]).toEqual([]);
  });

  it('export nothing by default unless Next or a tool asks for it', () => {
    const asked =
      /^(?:app\/.*\/?(?:page|layout|error|global-error|not-found|loading|template|request|opengraph-image|icon|robots|sitemap|manifest)\.tsx?|next\.config\.js|proxy\.ts|postcss\.config\.mjs|vitest\.config\.ts|\.config\/.*|tests\/support\/global-database\.ts)$/;
    const found = code.filter(
      (path) => !asked.test(path) && /^export default\b/m.test(readFileSync(join(root, path), 'utf8')),
    );
    expect(found).toEqual([]);
  });

  it('are not hidden from git by a pattern that meant something else', () => {
    const options = ['ls-files', '-z', '--others', '--ignored', '--exclude-standard', '--'];
    const places = ['app', 'server', 'prisma', 'tests', 'tools', 'docs'];
    const ignored = execFileSync('git', [...options, ...places], { cwd: root, encoding: 'utf8' }).split('\0');
    expect(ignored.filter((path) => path !== '' && !path.startsWith('server/platform/generated/'))).toEqual(
      [],
    );
  });

  it('leave nothing undone, muted or skipped', () => {
    const marks =
      /\b(?:TODO|FIXME|XXX)\b|@ts-(?:ignore|nocheck|expect-error)|\b(?:it|test|describe)\.(?:only|skip|todo)\(/;
    const found = code.filter(
      (path) =>
        path !== 'tests/architecture/structure.test.ts' && marks.test(readFileSync(join(root, path), 'utf8')),
    );
    expect(found).toEqual([]);
  });
});
