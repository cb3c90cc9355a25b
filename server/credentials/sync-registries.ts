import { isDeepStrictEqual } from 'node:util';
import type { RegistrySource } from './core/registries/sources.ts';
import { deleteRegistries, insertRegistry, listRegistries, moveRegistry } from './store/registries.ts';

const spacing = 1_000;

/** What makes a source another registry: its kind, its place and the keys it is known by. */
function identityOf(source: RegistrySource): object {
  const { name, governanceUrl, refreshHours, ...identity } = source;
  return JSON.parse(JSON.stringify(identity));
}

/**
 * Brings the stored registries in line with the sources: those of the configuration (`parent` null), or those that a
 * list names. What was configured away goes with everything it said; a source that became another registry starts
 * anew. Call inside a transaction. True when something went.
 */
export async function syncRegistries(
  sources: readonly RegistrySource[],
  parent: { name: string; position: number } | null,
  now: Date,
): Promise<boolean> {
  const stored = await listRegistries();
  const own = stored.filter((registry) => registry.parent === (parent?.name ?? null));
  const isKept = (name: string, source: RegistrySource) =>
    sources.some(
      (wanted) => wanted.name === name && isDeepStrictEqual(identityOf(wanted), identityOf(source)),
    );
  const gone = own.filter(({ name, source }) => !isKept(name, source)).map(({ name }) => name);
  // With a list go the registries that it named.
  const orphans = stored.filter((registry) => registry.parent !== null && gone.includes(registry.parent));
  await deleteRegistries([...gone, ...orphans.map(({ name }) => name)]);
  for (const [at, source] of sources.entries()) {
    const position = parent === null ? (at + 1) * spacing : parent.position + at + 1;
    // A name that the configuration uses itself is not given to a registry of a list.
    const taken = stored.find(({ name }) => name === source.name && !gone.includes(name));
    if (!taken) await insertRegistry(source, position, parent?.name ?? null, now);
    else if (taken.parent === (parent?.name ?? null)) await moveRegistry(source, position);
  }
  return gone.length > 0;
}
