import { headers } from 'next/headers';
import { type ReactNode, Suspense } from 'react';

/**
 * A page that a browser opens anew comes whole; on the way from another page its place is held by `fallback`, which
 * answers the click at once. React shows what replaces a fallback 300 ms after the first paint at the earliest, so that
 * a `loading.tsx` would hold back what is there sooner.
 */
export async function WholeOrLater({ fallback, children }: { fallback: ReactNode; children: ReactNode }) {
  const isDocument = (await headers()).get('sec-fetch-dest') === 'document';
  return isDocument ? children : <Suspense fallback={fallback}>{children}</Suspense>;
}
