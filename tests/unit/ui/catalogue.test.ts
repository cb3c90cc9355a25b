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

describe('the English catalogue', () => {
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
    const keys = new Set(all.map(([key]) => key));
    for (const name of checkNames) expect(keys.has(`ui.check.${name}`)).toBe(true);
  });
});
