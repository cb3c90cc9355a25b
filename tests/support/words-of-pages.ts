import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { listFiles, root } from './source.ts';

/*
 * Which words of the catalogue a page needs in the browser: followed through its imports, from every client module that
 * its files reach. What only the server renders needs none there.
 */

const sources = new Map<string, string>();

function sourceOf(path: string): string {
  const known = sources.get(path);
  if (known !== undefined) return known;
  const text = readFileSync(join(root, path), 'utf8');
  sources.set(path, text);
  return text;
}

function resolve(from: string, name: string): string | null {
  if (!/\.(ts|tsx)$/.test(name)) return null;
  const path = name.startsWith('#') ? name.slice(1) : join(dirname(from), name);
  return name.startsWith('#') || name.startsWith('.') ? relative(root, join(root, path)) : null;
}

/** Modules that one imports, whether at once or later; types leave nothing behind. */
function importsOf(path: string): string[] {
  const text = sourceOf(path);
  const at = [
    ...text.matchAll(/^(?:import|export)(?! type\b)[^;]*?from '([^']+)'/gm),
    ...text.matchAll(/\bimport\('([^']+)'\)/g),
  ];
  return at.map(({ 1: name = '' }) => resolve(path, name)).filter((found) => found !== null);
}

function reach(starts: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const open = [...starts];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (seen.has(path) || !existsSync(join(root, path))) continue;
    seen.add(path);
    open.push(...importsOf(path));
  }
  return seen;
}

const isClient = (path: string) => /^(?:\/\*[\s\S]*?\*\/\s*|\/\/.*\n)*'use client'/.test(sourceOf(path));

/** Namespaces that modules in the browser ask for, of these modules and all that they reach. */
export function wordsInBrowser(starts: readonly string[]): Set<string> {
  const inBrowser = reach([...reach(starts)].filter(isClient));
  const asked = [...inBrowser].flatMap((path) => [
    ...sourceOf(path).matchAll(/useTranslations\(\s*'([a-zA-Z]+)/g),
  ]);
  return new Set(asked.map(({ 1: space = '' }) => space));
}

/** Namespaces that a layout adds: `<MoreWords of={['verify', 'proof']}>`. */
export function wordsGiven(path: string): string[] {
  const lists = [...sourceOf(path).matchAll(/<MoreWords of=\{\[([^\]]*)\]\}/g)];
  return lists.flatMap(({ 1: list = '' }) =>
    [...list.matchAll(/'([^']+)'/g)].map(({ 1: name = '' }) => name),
  );
}

const around = ['layout', 'template', 'loading', 'error', 'not-found'];

/** Every page with the files that Next puts around it, from the outermost in. */
export function listPages(): { page: string; files: string[] }[] {
  const all = new Set(listFiles());
  const pages = [...all].filter((path) => /^app\/(?:.+\/)?page\.tsx$/.test(path));
  return pages.map((page) => {
    const folders = dirname(page)
      .split('/')
      .map((_, at, parts) => parts.slice(0, at + 1).join('/'));
    const files = folders.flatMap((folder) => around.map((name) => `${folder}/${name}.tsx`));
    return { page, files: [...files.filter((path) => all.has(path)), page] };
  });
}
