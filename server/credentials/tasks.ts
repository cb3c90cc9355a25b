import { z } from 'zod';
import { defineTask } from '#server/platform/task.ts';

/** An item of an import was received: read, verify and store it. */
export const importReceived = defineTask(
  'credentials.import',
  z.object({ candidateId: z.uuid(), itemId: z.uuid() }),
);

/** One credential is to be verified again. */
export const recheckCredential = defineTask(
  'credentials.recheck',
  z.object({ candidateId: z.uuid(), credentialId: z.uuid(), trigger: z.enum(['recheck', 'request']) }),
);

/** An issuer withdrew a stored credential, or put it on hold: its holder is to be told. Handled by `notifications`. */
export const credentialWithdrawn = defineTask(
  'credentials.withdrawn',
  z.object({ candidateId: z.uuid(), credentialId: z.uuid(), how: z.enum(['revoked', 'suspended']) }),
);

/**
 * What a stored credential proves changed, by a check (null where it stands now) or because it was removed: what rests
 * on it is counted anew. Handled by `applications`.
 */
export const evidenceChanged = defineTask(
  'credentials.evidence-changed',
  z.object({
    candidateId: z.uuid(),
    credentialId: z.uuid(),
    check: z.string().nullable(),
    code: z.string().nullable(),
  }),
);

/** A credential that did not stand stands again. Handled by `notifications`, which knows whether its holder was told. */
export const credentialRestored = defineTask(
  'credentials.restored',
  z.object({ candidateId: z.uuid(), credentialId: z.uuid() }),
);

/** The clock says: drop old verifications that changed nothing. */
export const pruneRuns = defineTask('credentials.prune-runs', z.object({}).loose());

/** The clock says: read the issuer registries that are due. */
export const refreshIssuerRegistries = defineTask('credentials.refresh-registries', z.object({}).loose());

/** A credential named an issuer for the first time: ask the registries that are asked one by one. */
export const issuerNoted = defineTask('credentials.issuer-noted', z.object({ issuerId: z.string() }));

/** Somebody looked at an issuer whose counts are old: count its credentials again. */
export const countIssuer = defineTask('credentials.count-issuer', z.object({ issuerId: z.string() }));

/** The clock says: look for credentials whose check is due. */
export const recheckDue = defineTask('credentials.recheck-due', z.object({}).loose());
