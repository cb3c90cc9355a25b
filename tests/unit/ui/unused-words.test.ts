/** Words that no page says any more leave the catalogue. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const app = fileURLToPath(new URL('../../../app/', import.meta.url));
const folder = `${app}i18n/en/`;

type Words = { [key: string]: string | Words };

function flatten(words: Words, before: string): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${before}.${key}`] : flatten(value, `${before}.${key}`),
  );
}

const quote = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const joined = (parts: readonly string[]) => parts.map(quote).join('.+');

/**
 * What a source file may ask the catalogue for, as patterns of whole keys: its plain texts below its namespaces, its
 * texts with holes likewise, and all children of a namespace whose translator is called with something computed.
 */
function listAskable(source: string): { exact: string[]; patterns: string[] } {
  const spaces = [...source.matchAll(/Translations\('([^']+)'\)/g)].map(({ 1: space = '' }) => space);
  const isGivenOne = spaces.length === 0 && /Translat|\bt: /.test(source);
  const plain = [...source.matchAll(/'([\w.-]+)'/g)].map(({ 1: text = '' }) => text);
  const holed = [
    ...source.matchAll(/`((?:[\w.-]|\$\{[^`{}]+\})*\$\{[^`{}]+\}(?:[\w.-]|\$\{[^`{}]+\})*)`/g),
  ].map(({ 1: text = '' }) => text.split(/\$\{[^}]+\}/));
  const named = holed.filter((parts) => parts.some((part) => /[a-zA-Z]{2}/.test(part)));
  const isWhollyComputed = holed.length > named.length;
  const computed = spaces.filter(
    (space) => space.includes('.') && /\b\w+(?:\.has)?\(\s*[a-z]\w*[.)\s[]/.test(source),
  );
  return {
    exact: plain.flatMap((text) => [text, ...spaces.map((space) => `${space}.${text}`)]),
    patterns: [
      ...named.flatMap((parts) => [
        joined(parts),
        ...spaces.map((space) => `${quote(space)}\\.${joined(parts)}`),
      ]),
      ...(isGivenOne ? [...plain.map(quote), ...named.map(joined)].map((text) => `.+\\.${text}`) : []),
      ...(isWhollyComputed
        ? spaces.flatMap((space) => plain.map((text) => `${quote(space)}\\..+\\.${quote(text)}`))
        : []),
      ...computed.map((space) => `${quote(space)}\\..+`),
    ],
  };
}

describe('the catalogue', () => {
  it('holds nothing that no page asks for', () => {
    const keys = readdirSync(folder).flatMap((name) =>
      flatten(JSON.parse(readFileSync(`${folder}${name}`, 'utf8')), name.slice(0, -'.json'.length)),
    );
    const asked = readdirSync(app, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => listAskable(readFileSync(`${app}${path}`, 'utf8')));
    const exact = new Set(asked.flatMap((each) => each.exact));
    const patterns = [...new Set(asked.flatMap((each) => each.patterns))].map(
      (text) => new RegExp(`^${text}$`),
    );
    const unused = keys.filter((key) => !exact.has(key) && !patterns.some((pattern) => pattern.test(key)));
    expect(keys.length).toBeGreaterThan(1_500);
    expect(unused).toEqual([]);
  });

  it('would notice a word that is left over', () => {
    const { exact, patterns } = listAskable(
      `const t = useTranslations('a.b');\nt('used'); t(\`kind.\${kind}\`);`,
    );
    const finds = (key: string) =>
      exact.includes(key) || patterns.some((text) => new RegExp(`^${text}$`).test(key));
    expect([finds('a.b.used'), finds('a.b.kind.one'), finds('a.b.left')]).toEqual([true, true, false]);
  });
});
