import { TRPCError } from '@trpc/server';
import { notFound } from 'next/navigation';

/** What a procedure of the demo answers; outside the demo the page is not there. */
export async function onlyInDemo<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof TRPCError && error.code === 'NOT_FOUND') notFound();
    throw error;
  }
}
