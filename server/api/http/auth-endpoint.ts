import NextAuth from 'next-auth';
import { authOptions } from '../auth/options.ts';

type RouteContext = { params: Promise<{ nextauth: string[] }> };

/** The sign-in library's own routes. */
export function answerSignIn(request: Request, context: RouteContext): Promise<Response> {
  return NextAuth(request as never, context as never, authOptions()) as Promise<Response>;
}
