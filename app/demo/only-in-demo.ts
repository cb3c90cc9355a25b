import { notFound } from 'next/navigation';
import { readRefusal } from '#server/api/refusal.ts';

/** What a procedure of the demo answers; outside the demo the page is not there. */
export async function onlyInDemo<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (readRefusal(error)?.kind === 'not-found') notFound();
    throw error;
  }
}
