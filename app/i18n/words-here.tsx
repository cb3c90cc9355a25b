'use client';

import { type AbstractIntlMessages, NextIntlClientProvider, useLocale, useMessages } from 'next-intl';
import { type ReactNode, useMemo } from 'react';

/** Adds words to those that are known outside; the provider alone would put them in their place. */
export function WordsHere({ words, children }: { words: AbstractIntlMessages; children: ReactNode }) {
  const outside = useMessages();
  const messages = useMemo(() => ({ ...outside, ...words }), [outside, words]);
  return (
    <NextIntlClientProvider locale={useLocale()} messages={messages}>
      {children}
    </NextIntlClientProvider>
  );
}
