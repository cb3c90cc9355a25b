import { env } from '#server/platform/env.ts';
import { AppError } from '#server/platform/errors.ts';

/**
 * True unless a page of somebody else sent the request. Browsers name the page's origin with every request that can
 * change something; a request without one comes from a program, which has no cookies but its own. Both the public
 * address and the host asked for count as ours: a proxy may have rewritten the host.
 */
export function isFromOwnPage(request: Request): boolean {
  const origin = request.headers.get('origin');
  if (origin === null) {
    const site = request.headers.get('sec-fetch-site');
    return site === null || site === 'same-origin' || site === 'none';
  }
  if (!URL.canParse(origin)) return false;
  const { host, origin: normal } = new URL(origin);
  return normal === new URL(env().NEXTAUTH_URL).origin || host === request.headers.get('host');
}

/** The refusal of a request that another site's page sent. */
export function foreignOrigin(): AppError {
  return new AppError(
    'request.foreign_origin',
    'forbidden',
    'This request came from a page of another site.',
    'Open the page here and try again.',
  );
}
