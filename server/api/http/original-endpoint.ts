import { getOriginal } from '#server/credentials/index.ts';
import { AppError } from '#server/platform/errors.ts';
import { getSignedIn } from '../auth/session.ts';
import { admitViewer } from '../proof-access.ts';
import { answerProblem } from './problem.ts';

type RouteContext = { params: Promise<{ candidateId: string; credentialId: string }> };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

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
    const { viewer } = await admitViewer(await getSignedIn(), { candidateId, credentialId });
    if (viewer === 'public') throw unknown;
    const { bytes, name } = await getOriginal(candidateId, credentialId);
    return new Response(Uint8Array.from(bytes), {
      headers: {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`,
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  } catch (error) {
    return answerProblem(error);
  }
}
