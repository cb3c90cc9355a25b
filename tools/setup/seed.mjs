// @ts-check
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './clone.mjs';
import { runScript } from './database.mjs';

/**
 * Fills the database with the demo's world; what is there already stays.
 * @param {import('./serve.mjs').Site} site
 */
export async function seed(site) {
  if (!existsSync(join(root, 'prisma/seed/main.ts'))) return;
  await runScript('The demo data could not be made', 'prisma/seed/main.ts', [], site.env);
}
