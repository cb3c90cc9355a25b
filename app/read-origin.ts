import { headers } from 'next/headers';

/** Scheme and host under which this request came, for addresses that are given out. */
export async function readOrigin(): Promise<string> {
  const head = await headers();
  const scheme = head.get('x-forwarded-proto') ?? 'http';
  return `${scheme}://${head.get('host') ?? 'localhost'}`;
}
