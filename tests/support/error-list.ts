import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, root } from './source.ts';

/** One code that the product can answer with, as its source says it. */
export interface DocumentedError {
  code: string;
  kind: string;
  messages: string[];
  hints: string[];
}

const literal = String.raw`(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)"|\`((?:\\.|[^\`\\])*)\`)`;
const construction = new RegExp(
  String.raw`new AppError\(\s*'([^']*)',\s*'([^']*)',\s*${literal}\s*(?:,\s*(?:${literal}|null)\s*)?[,)]`,
  'g',
);

/** The text as a reader meets it: what is filled in at run time becomes an ellipsis. */
function plain(text: string): string {
  return text.replace(/\$\{[^}]*\}/g, '…').replace(/\\(.)/g, '$1');
}

/**
 * Reads all constructions of AppError in `source` (path → text).
 * Returns them by code, and the places whose code, kind or message is not written out there.
 */
export function readErrors(source: ReadonlyMap<string, string>): {
  errors: DocumentedError[];
  unreadable: string[];
} {
  const errors = new Map<string, DocumentedError>();
  const unreadable: string[] = [];
  for (const [path, text] of source) {
    const found = [...text.matchAll(construction)];
    const all = text.match(/new AppError\(/g)?.length ?? 0;
    if (found.length !== all) unreadable.push(`${path}: ${all - found.length} of ${all}`);
    for (const [, code = '', kind = '', ...words] of found) {
      const message = words.slice(0, 3).find((word) => word !== undefined);
      const hint = words.slice(3).find((word) => word !== undefined);
      const known = errors.get(code) ?? { code, kind, messages: [], hints: [] };
      if (message !== undefined) known.messages = [...new Set([...known.messages, plain(message)])];
      if (hint !== undefined) known.hints = [...new Set([...known.hints, plain(hint)])];
      errors.set(code, known);
    }
  }
  return { errors: [...errors.values()].sort((a, b) => (a.code < b.code ? -1 : 1)), unreadable };
}

/** All source files in which the product makes errors. */
export function readSource(): Map<string, string> {
  const paths = listFiles().filter((path) => /^(?:server|app)\/.*\.tsx?$/.test(path));
  return new Map(paths.map((path) => [path, readFileSync(join(root, path), 'utf8')]));
}
