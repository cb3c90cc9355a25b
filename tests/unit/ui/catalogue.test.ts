/** The words: plain, second person, no apology, no shouting; every message is sound ICU. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import { checkNames } from '#app/ui/proof/shapes.ts';

const folder = fileURLToPath(new URL('../../../app/i18n/en/', import.meta.url));
const files = readdirSync(folder).filter((name) => name.endsWith('.json'));

type Words = { [key: string]: string | Words };

function flatten(words: Words, before: string): [string, string][] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${before}.${key}`, value] as [string, string]]
      : flatten(value, `${before}.${key}`),
  );
}

const messages: Words = Object.fromEntries(
  files.map((name) => [name.slice(0, -5), JSON.parse(readFileSync(`${folder}${name}`, 'utf8'))]),
);
const all = Object.entries(messages).flatMap(([name, words]) =>
  typeof words === 'string' ? [] : flatten(words, name),
);

const app = fileURLToPath(new URL('../../../app/', import.meta.url));
const keys = new Set(all.map(([key]) => key));

/** Keys that a source file asks for by name, each with the namespaces of the file: it must be in one of them. */
function listAsked(source: string): { key: string; places: string[] }[] {
  const made = source.matchAll(/(?:const|let) (\w+) = (?:await )?(?:use|get)Translations\(/g);
  const names = new Set([...made].map(({ 1: name = '' }) => name));
  const namespaces = [...source.matchAll(/(?:use|get)Translations\('([^']+)'\)/g)].map(
    ({ 1: space = '' }) => space,
  );
  const calls = source.matchAll(/\b(\w+)(?:\.(?:rich|markup|raw))?\(\s*'([\w.-]+)'/g);
  return [...calls].flatMap(({ 1: name = '', 2: key = '' }) =>
    // A translator without a namespace is asked for whole keys.
    names.has(name) ? [{ key, places: [key, ...namespaces.map((space) => `${space}.${key}`)] }] : [],
  );
}

describe('the English catalogue', () => {
  it('has every word that a page asks for by name', () => {
    const sources = readdirSync(app, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.tsx?$/.test(path),
    );
    const asked = sources.flatMap((path) =>
      listAsked(readFileSync(`${app}${path}`, 'utf8')).map((word) => ({ path, ...word })),
    );
    expect(asked.length).toBeGreaterThan(400);
    expect(asked.filter(({ places }) => !places.some((place) => keys.has(place)))).toEqual([]);
  });

  it('says nothing the house does not say', () => {
    const offenders = all.filter(([, text]) => /\b(please|sorry|oops|invalid input)\b|!/i.test(text));
    expect(offenders).toEqual([]);
  });

  it('is sound ICU throughout', () => {
    const broken: string[] = [];
    for (const [key] of all) {
      const translate = createTranslator({
        locale: 'en-GB',
        timeZone: 'UTC',
        messages,
        onError: (error) => {
          if (error.code === 'INVALID_MESSAGE') broken.push(`${key}: ${error.message}`);
        },
      });
      // Values are not given, so a missing one is no fault here; a message that cannot be read is.
      translate.markup(key as never, {} as never);
    }
    expect(broken).toEqual([]);
  });

  it('has a name for each of the eight checks', () => {
    for (const name of checkNames) expect(keys.has(`ui.check.${name}`)).toBe(true);
  });
});
