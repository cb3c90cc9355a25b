import { readFileSync } from 'node:fs';
import path from 'node:path';
import { env } from '#server/platform/env.ts';
import { type RegistrySource, readSources } from './core/registries/sources.ts';

/** In the demo: what the host of the invented issuers publishes, and one list that never answers. */
function demoSources(host: string): RegistrySource[] {
  const own = `https://${host}/registries`;
  return readSources([
    { name: 'Lusophone Skills Registry', type: 'own', url: `${own}/skills.json`, refreshHours: 1 },
    { name: 'Open Issuer List, sandbox', type: 'dcc-legacy', url: `${own}/open-list.json`, refreshHours: 1 },
    // RFC 6761 reserves .invalid: nobody ever answers there.
    { name: 'Atlantic Trust List', type: 'dcc-legacy', url: 'https://atlantic-trust.invalid/registry.json' },
  ]);
}

/**
 * The registries that the operator trusts, by authority, from the file named in the environment; none without one.
 * Files in it are meant from where it lies. Read at each call, so that a change needs no restart. Throws a sentence
 * when the file cannot be used.
 */
export function readRegistries(): RegistrySource[] {
  const { ISSUER_REGISTRIES_FILE, DEMO, ISSUER_HOST } = env();
  if (ISSUER_REGISTRIES_FILE === undefined) return DEMO ? demoSources(ISSUER_HOST) : [];
  return readSourcesFile(ISSUER_REGISTRIES_FILE);
}

function readSourcesFile(file: string): RegistrySource[] {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const why = error instanceof SyntaxError ? 'is not JSON' : 'cannot be read';
    throw new Error(`${file} ${why}.`);
  }
  return readSources(content).map((source) =>
    'file' in source && source.file !== undefined
      ? { ...source, file: path.resolve(path.dirname(file), source.file) }
      : source,
  );
}
