import { warmUpVerifier } from '#server/credentials/index.ts';
import { serveIssuingDocument } from '#server/issuing/index.ts';
import { env } from '#server/platform/env.ts';
import { registerOwnHost } from '#server/platform/fetch.ts';

/** Checks the environment, registers the host of the issuers that this installation runs itself, warms the verifier up. */
export async function prepareWebProcess(): Promise<void> {
  registerOwnHost(env().ISSUER_HOST, serveIssuingDocument);
  await warmUpVerifier();
}
