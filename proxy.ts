/** Sets the script policy of every page: a fresh nonce a request, nothing inline without it. */
import { type NextRequest, NextResponse } from 'next/server';

function policyFor(nonce: string): string {
  const development = process.env.NODE_ENV === 'development';
  return [
    "default-src 'self'",
    // React needs eval in development only, to rebuild server stacks in the browser.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${development ? " 'unsafe-eval'" : ''}`,
    // Radix writes a <style> for its scroll lock; styles cannot run code.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${development ? ' ws:' : ''}`,
    "object-src 'none'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

export function proxy(request: NextRequest): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const policy = policyFor(nonce);
  // Next reads the nonce from the header of the request; the layout reads it from x-nonce.
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

/** Doors and documents stay outside: a proxy cuts their bodies at 10 MB, and they carry no script. */
export const config = {
  matcher: [
    '/((?!api/|issuers/|cards/|\\.well-known/|_next/|icon\\.svg$|favicon\\.ico$|robots\\.txt$|offline-worker\\.js$).*)',
  ],
};
