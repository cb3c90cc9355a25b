import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { connection } from 'next/server';
import { NextIntlClientProvider } from 'next-intl';
import { getLocale, getMessages } from 'next-intl/server';
import type { ReactNode } from 'react';
import { pickWords, wordsOfEveryPage } from '#app/i18n/pick-words.ts';
import { ThemeScript } from '#app/ui/shell/theme-script.tsx';
import '#app/styles/globals.css';

export const metadata: Metadata = {
  title: { default: 'Assay', template: '%s · Assay' },
  description: 'A job board where every skill comes with its proof.',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // A page rendered at build time could not carry the nonce of its request, and would never hydrate.
  await connection();
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    // The theme is set by script before first paint, so the server's attributes may differ.
    <html lang={await getLocale()} dir="ltr" suppressHydrationWarning>
      <head>
        <ThemeScript nonce={nonce} />
      </head>
      <body>
        <NextIntlClientProvider messages={pickWords(await getMessages(), wordsOfEveryPage)}>
          {children}
        </NextIntlClientProvider>
      </body>
    </html>
  );
}
