import { z } from 'zod';
import { checkBadge, readSubmission, type Submission } from '#server/credentials/index.ts';
import { AppError } from '#server/platform/errors.ts';
import { takePoint } from '#server/platform/rate-limit.ts';
import { checkRate } from '../check-rate.ts';
import { bodyLimit, limitBody } from './limit-body.ts';
import { answerProblem } from './problem.ts';
import { remoteAddress } from './remote-address.ts';

/** Headers of a signed report. Never kept by a cache: the next one may say something else. */
export const reportHeaders = {
  'content-type': 'application/verification-report+jwt',
  'cache-control': 'private, no-store',
  'x-content-type-options': 'nosniff',
} as const;

/** Any page may ask: nothing is kept, no cookie is read, and the answer is the same for everybody. */
const anyPage = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'POST',
  'access-control-allow-headers': 'content-type, accept',
  'access-control-expose-headers': 'retry-after',
} as const;

const address = z.email().nullable();

/** Tells browsers that every page may ask. */
export function answerVerifyPreflight(): Response {
  return new Response(null, { status: 204, headers: { ...anyPage, 'access-control-max-age': '86400' } });
}

/**
 * Verifies what is in the body, for anybody: a form with `file`, `url` or `text` and perhaps `email`, or the document
 * itself. Answers the report as JSON with the signed form inside, or the signed form alone when that is accepted.
 */
export async function answerVerify(request: Request): Promise<Response> {
  const answer = await verify(request);
  for (const [name, value] of Object.entries(anyPage)) answer.headers.set(name, value);
  return answer;
}

async function verify(request: Request): Promise<Response> {
  const limited = limitBody(request, bodyLimit);
  if (!limited) return answerProblem(tooLarge(), 413);
  try {
    await takePoint(checkRate, remoteAddress(request.headers));
    const { submission, email } = await readBody(limited.request);
    const report = await checkBadge(submission, email, new Date());
    if (wantsToken(request)) return new Response(report.signedReport, { headers: reportHeaders });
    return Response.json(report, { headers: { 'cache-control': 'private, no-store' } });
  } catch (error) {
    return limited.isTooLarge() ? answerProblem(tooLarge(), 413) : answerProblem(error);
  }
}

function tooLarge(): AppError {
  return new AppError(
    'file.too_large',
    'bad-input',
    'The file is over the limit of 10 MB.',
    'Unpack it and send the badge alone.',
  );
}

function wantsToken(request: Request): boolean {
  const accepted = request.headers.get('accept') ?? '';
  return /application\/(?:verification-report\+)?jwt/i.test(accepted);
}

async function readBody(request: Request): Promise<{ submission: Submission; email: string | null }> {
  const mediaType = request.headers.get('content-type') ?? '';
  if (/^(?:multipart\/form-data|application\/x-www-form-urlencoded)/i.test(mediaType)) {
    const form = await readForm(request);
    const email = address.safeParse(form.get('email') || null);
    if (!email.success)
      throw new AppError(
        'verify.email_malformed',
        'bad-input',
        'The field email is no e-mail address.',
        'Leave it out, or write one address such as ada@example.org.',
      );
    return { submission: await readSubmission(form), email: email.data };
  }
  const bytes = new Uint8Array(await request.arrayBuffer());
  if (bytes.byteLength === 0) return { submission: await readSubmission(new FormData()), email: null };
  return { submission: { source: 'file', name: 'document', mediaType, bytes }, email: null };
}

async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch {
    throw new AppError(
      'verify.form_malformed',
      'bad-input',
      'The form cannot be read.',
      'Send multipart/form-data with its boundary, or the document itself as the body.',
    );
  }
}
