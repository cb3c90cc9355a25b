import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environment } from '#server/platform/env.ts';
import { listFiles, root } from '#tests/support/source.ts';

/** Read by the tools, not by the product. */
const toolVariables = ['HOST', 'PORT', 'PLAYWRIGHT_CHROMIUM_PATH', 'SHARED_DIR'];

const text = listFiles().filter((path) =>
  /\.(?:[cm]?[jt]sx?|json|prisma|sql|css|md|ya?ml|toml|sh|example)$|^\.ci\//.test(path),
);

/** Places where a file names this or another machine, or a registry. */
function findMachine(content: string): string[] {
  const home = /(?:^|[\s"'`(=:])(\/(?:work|root|home|Users)\/[\w.-]+)/gm;
  const registry = /https?:\/\/(?:registry\.[^\s"']+|[^\s"']+\.tgz)/g;
  return [...content.matchAll(home), ...content.matchAll(registry)].map(([found]) => found.trim());
}

describe('committed files', () => {
  it('name no path of a machine and no registry', () => {
    const found = text.flatMap((path) => {
      if (path === 'tests/architecture/text.test.ts') return [];
      return findMachine(readFileSync(join(root, path), 'utf8')).map((place) => `${path}: ${place}`);
    });
    expect(found).toEqual([]);
  });

  it.each([
    `const a = '/home/someone/x';`,
    'cd /root/clone',
    '"resolved": "https://packages.example/a/-/a.tgz"',
  ])('would be refused with %s', (content) => {
    expect(findMachine(content)).toHaveLength(1);
  });

  it('find their neighbours in a folder with spaces and accents, too', () => {
    const found = text.filter((path) =>
      /import\.meta\.url\)\s*\.pathname/.test(readFileSync(join(root, path), 'utf8')),
    );
    expect(found).toEqual([]);
  });

  it('are free of conflicts', () => {
    const found = text.filter((path) => /^(?:<{7}|>{7}) /m.test(readFileSync(join(root, path), 'utf8')));
    expect(found).toEqual([]);
  });
});

describe('.env.example', () => {
  const lines = readFileSync(join(root, '.env.example'), 'utf8').split('\n');
  const documented = lines.flatMap((line) => /^#? ?([A-Z][A-Z0-9_]+)=/.exec(line)?.[1] ?? []);

  it('documents every variable that is read, and no other', () => {
    expect([...documented].sort()).toEqual([...Object.keys(environment.shape), ...toolVariables].sort());
  });

  it('says something about each of them', () => {
    const bare = documented.filter((name) => {
      const index = lines.findIndex((line) => line.replace(/^#? ?/, '').startsWith(`${name}=`));
      let above = index - 1;
      // Several that belong together share one comment.
      while (/^#? ?[A-Z][A-Z0-9_]+=/.test(lines[above] ?? '')) above--;
      return !/^# \S+ \S+/.test(lines[above] ?? '');
    });
    expect(bare).toEqual([]);
  });

  it('is the only way in: no code reads a variable beside the schema', () => {
    const known = new Set([
      ...Object.keys(environment.shape),
      'INIT_CWD',
      'NODE_ENV',
      'NEXT_RUNTIME',
      'ASSAY_PROCESS',
    ]);
    const found = listFiles()
      .filter((path) => /^(?:app|server|prisma)\/.*\.tsx?$|^proxy\.ts$/.test(path))
      .flatMap((path) => {
        const names = readFileSync(join(root, path), 'utf8').matchAll(/process\.env\.([A-Z_]+)/g);
        return [...names].filter(([, name = '']) => !known.has(name)).map(([, name]) => `${path}: ${name}`);
      });
    expect(found).toEqual([]);
  });
});
