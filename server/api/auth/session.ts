import { getServerSession } from 'next-auth';
import type { SignedIn } from '../context.ts';
import { authOptions } from './options.ts';

/** The person of the request that is being answered, or null. Only inside a request. */
export async function getSignedIn(): Promise<SignedIn | null> {
  const session = (await getServerSession(authOptions())) as {
    accountId?: string;
    user?: { name: string | null; email: string };
  } | null;
  if (!session?.accountId || !session.user) return null;
  const { email } = session.user;
  return { accountId: session.accountId, email, name: session.user.name ?? email.split('@')[0] ?? email };
}
