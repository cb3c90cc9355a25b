import { serveIssuingDocument } from '#server/issuing/index.ts';
import { env } from '#server/platform/env.ts';
import { registerOwnHost } from '#server/platform/fetch.ts';

/** Checks the environment and registers the host of the issuers that this installation runs itself. */
export function prepareWebProcess(): void {
  registerOwnHost(env().ISSUER_HOST, serveIssuingDocument);
}
