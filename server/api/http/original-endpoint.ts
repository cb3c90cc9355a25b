import { getOriginal, knowsHolder } from '#server/credentials/index.ts';
import { AppError } from '#server/platform/errors.ts';
import { storableText } from '#server/platform/storable.ts';
import { getSignedIn } from '../auth/session.ts';
import { admitReader } from '../proof-access.ts';
import { answerProblem } from './problem.ts';

type RouteContext = { params: Promise<{ candidateId: string; credentialId: string }> };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A file name as RFC 8187 asks: everything but its plain letters as percent codes, so no header can be begun. */
function encodeName(name: string): string {
  const strict = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(storableText(name)).replace(/['()*!]/g, strict);
}

/**
 * The bytes of a credential as received, for its holder and granted employers. Always a download, never shown in
 * our origin: an SVG or HTML file must not run here.
 */
export async function answerOriginal(_request: Request, context: RouteContext): Promise<Response> {
  try {
    const { candidateId, credentialId } = await context.params;
    const unknown = new AppError(
      'proof.unknown',
      'not-found',
      'There is no such proof, or it is not shared with you.',
    );
    if (!uuid.test(candidateId) || !uuid.test(credentialId)) throw unknown;
    const { viewer } = await admitReader(await getSignedIn(), { candidateId, credentialId });
    if (!knowsHolder(viewer)) throw unknown;
    const { bytes, name } = await getOriginal(candidateId, credentialId);
    return new Response(Uint8Array.from(bytes), {
      headers: {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encodeName(name)}`,
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  } catch (error) {
    return answerProblem(error);
  }
}
