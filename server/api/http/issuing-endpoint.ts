import { serveIssuingDocument } from '#server/issuing/index.ts';
import { env } from '#server/platform/env.ts';

/** Public documents of the issuers that this installation runs: DID documents, status lists, hosted badges. */
export async function answerIssuingDocument(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname.replace(/^\/issuers/, '');
  const { status, contentType, body } = await serveIssuingDocument(
    new URL(`https://${env().ISSUER_HOST}${path}`),
  );
  return new Response(Uint8Array.from(body), {
    status,
    headers: {
      'content-type': contentType,
      'access-control-allow-origin': '*',
      'cache-control': 'no-cache',
      'content-security-policy': "sandbox; default-src 'none'",
    },
  });
}
