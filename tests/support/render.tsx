/** Renders a component as the server would, with the real catalogue, clock and time zone. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type AbstractIntlMessages, NextIntlClientProvider } from 'next-intl';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

const folder = fileURLToPath(new URL('../../app/i18n/en/', import.meta.url));

function readCatalogue(): AbstractIntlMessages {
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return Object.fromEntries(
    names.map((name) => [name.slice(0, -5), JSON.parse(readFileSync(join(folder, name), 'utf8'))]),
  );
}

const messages = readCatalogue();

/** Wraps an element in language, words and time zone; a missing word is an error, not a blank. */
export function withWords(element: ReactNode): ReactNode {
  return (
    <NextIntlClientProvider
      locale="en-GB"
      timeZone="UTC"
      now={new Date('2026-11-23T09:12:00Z')}
      messages={messages}
      onError={(error) => {
        throw error;
      }}
    >
      {element}
    </NextIntlClientProvider>
  );
}

/** The HTML of one element. */
export function render(element: ReactNode): string {
  return renderToStaticMarkup(withWords(element));
}
