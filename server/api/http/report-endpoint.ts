import { signProof } from '#server/credentials/index.ts';
import { AppError } from '#server/platform/errors.ts';
import { takePoint } from '#server/platform/rate-limit.ts';
import { getSignedIn } from '../auth/session.ts';
import { checkRate } from '../check-rate.ts';
import { admitReader } from '../proof-access.ts';
import { answerProblem } from './problem.ts';
import { remoteAddress } from './remote-address.ts';
import { reportHeaders } from './verify-endpoint.ts';

type RouteContext = { params: Promise<{ candidateId: string; credentialId: string }> };

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The latest verification of a stored credential, signed; for everybody who may open its proof page. */
export async function answerReport(request: Request, context: RouteContext): Promise<Response> {
  try {
    const { candidateId, credentialId } = await context.params;
    if (!uuid.test(candidateId) || !uuid.test(credentialId))
      throw new AppError(
        'proof.unknown',
        'not-found',
        'There is no such proof, or it is not shared with you.',
      );
    const person = await getSignedIn();
    await takePoint(checkRate, person?.accountId ?? remoteAddress(request.headers));
    const reader = await admitReader(person, { candidateId, credentialId });
    const token = await signProof(candidateId, credentialId, reader, new Date());
    const name = `assay-report-${credentialId.slice(-12)}.jwt`;
    return new Response(token, {
      headers: { ...reportHeaders, 'content-disposition': `attachment; filename="${name}"` },
    });
  } catch (error) {
    return answerProblem(error);
  }
}
