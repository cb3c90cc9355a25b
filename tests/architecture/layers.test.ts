import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import configuration from '../../.config/dependency-cruiser.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Found {
  rules: string[];
  modules: number;
}

/** Reads a tree with the product's own rules. */
function cruise(folder: string, places: string[]): Promise<Found> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const config = join(root, '.config/dependency-cruiser.mjs');
  const options = [program, '--config', config, '--output-type', 'json', ...places];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, options, { cwd: folder, maxBuffer: 2 ** 28 }, (error, output) => {
      if (!output.startsWith('{')) return reject(error ?? new Error(output));
      const { summary } = JSON.parse(output) as {
        summary: { violations: { from: string; to: string; rule: { name: string } }[]; totalCruised: number };
      };
      const rules = summary.violations.map(({ rule, from }) => `${rule.name}: ${from}`);
      return resolve({ rules: [...new Set(rules)].sort(), modules: summary.totalCruised });
    });
  });
}

const order = [
  'platform',
  'accounts',
  'skills',
  'credentials',
  'presentations',
  'organizations',
  'candidates',
  'jobs',
  'matching',
  'applications',
  'issuing',
  'integrations',
  'notifications',
  'privacy',
  'api',
];

/** What is allowed: a use case that asks lower domains, a page that asks the door. */
const good: Record<string, string> = {
  'server/platform/db.ts': 'export const db = 1;',
  'server/platform/errors.ts': 'export const fault = 1;',
  'server/platform/fetch.ts': `import { Agent } from 'undici';\nexport const agent = Agent;`,
  'server/skills/core/level.ts': `import { z } from 'zod';\nexport const level = z.number();`,
  'server/skills/schemas.ts': `export { level } from './core/level.ts';`,
  'server/skills/index.ts': `export { level } from './core/level.ts';`,
  'server/skills/search-skills.ts': 'export const search = 1;',
  'server/jobs/store.ts': `export { db } from '../platform/db.ts';`,
  'server/jobs/save-job.ts': `import { level } from '#server/skills/index.ts';\nimport { db } from './store.ts';\nexport const save = [level, db];`,
  'server/jobs/index.ts': `export { save } from './save-job.ts';`,
  'server/api/root.ts': `import { initTRPC } from '@trpc/server';\nimport { save } from '#server/jobs/index.ts';\nexport const router = [initTRPC, save];`,
  'app/page.tsx': `import { router } from '#server/api/root.ts';\nexport const page = router;`,
  'tools/run.ts': 'export const run = 1;',
};

/** One file per rule that breaks it: rule → path → text. */
const bad: Record<string, Record<string, string>> = {
  'no-circles': {
    'server/jobs/core/one.ts': `import type { Two } from './two.ts';\nexport interface One { two: Two }`,
    'server/jobs/core/two.ts': `import type { One } from './one.ts';\nexport interface Two { one: One }`,
  },
  'front-door': { 'server/jobs/peek-skills.ts': `export { search } from '#server/skills/search-skills.ts';` },
  'core-is-pure': { 'server/jobs/core/clock.ts': `export { setTimeout } from 'node:timers/promises';` },
  'schemas-are-light': { 'server/accounts/schemas.ts': `export { fault } from '../platform/errors.ts';` },
  'tasks-are-contracts': {
    'server/jobs/tasks.ts': `export { save } from './save-job.ts';`,
  },
  'db-in-store': { 'server/jobs/close-job.ts': `export { db } from '../platform/db.ts';` },
  'one-way-out': { 'server/jobs/call-out.ts': `export { request } from 'node:https';` },
  'rpc-in-api': { 'server/jobs/throw-status.ts': `export { TRPCError } from '@trpc/server';` },
  'page-asks-door': { 'app/jobs/page.tsx': `export { save as page } from '#server/jobs/index.ts';` },
  'server-knows-no-page': { 'server/jobs/draw-job.ts': `export { page } from '#app/page.tsx';` },
  'product-knows-no-tools': { 'server/jobs/run-tool.ts': `export { run } from '../../tools/run.ts';` },
  resolvable: { 'server/jobs/miss-file.ts': `export { nothing } from './nothing.ts';` },
};
for (const [index, domain] of order.slice(0, -1).entries()) {
  const next = order[index + 1];
  bad[`${domain}-looks-down`] = {
    [`server/${domain}/look-up.ts`]: `export { up } from '#server/${next}/index.ts';`,
    ...(good[`server/${next}/index.ts`] ? {} : { [`server/${next}/index.ts`]: 'export const up = 1;' }),
  };
}

const folder = mkdtempSync(join(tmpdir(), 'assay-layers-'));

function write(tree: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true });
    writeFileSync(join(tree, path), `${text}\n`);
  }
}

function plantTree(name: string, ...layers: Record<string, string>[]): string {
  const tree = join(folder, name);
  const imports = { '#server/*': './server/*', '#app/*': './app/*' };
  write(tree, {
    'package.json': JSON.stringify({ type: 'module', imports }),
    'tsconfig.json': JSON.stringify({
      compilerOptions: { allowImportingTsExtensions: true, module: 'ESNext' },
    }),
  });
  for (const layer of layers) write(tree, layer);
  symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
  return tree;
}

describe('the rules between domains', () => {
  let found: Found;

  beforeAll(async () => {
    found = await cruise(plantTree('bad', good, ...Object.values(bad)), ['app', 'server', 'tools']);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('let a good tree pass, and read it', async () => {
    const clean = await cruise(plantTree('good', good), ['app', 'server', 'tools']);
    expect(clean.rules).toEqual([]);
    expect(clean.modules).toBeGreaterThanOrEqual(Object.keys(good).length);
  });

  it.each(Object.entries(bad))('%s is noticed where it is broken', (rule, files) => {
    expect(found.rules).toContain(`${rule}: ${Object.keys(files)[0]}`);
  });

  it('have a planted breach each', () => {
    expect(configuration.forbidden.map(({ name }) => name).sort()).toEqual(Object.keys(bad).sort());
  });

  it('hold in the product, all of which is read', async () => {
    const product = await cruise(root, ['app', 'server', 'proxy.ts']);
    expect(product.rules).toEqual([]);
    expect(product.modules).toBeGreaterThan(200);
    // Reading every file takes its time on a busy machine.
  }, 180_000);
});
