import type { CandidateScope } from '#server/platform/scope.ts';
import { describeRefusal, type SentenceParts } from './describe-refusal.ts';
import { presentCredential } from './present-credential.ts';
import type { ImportItemOutput } from './schemas.ts';
import { findCredentials } from './store/credentials.ts';
import { listImportItems } from './store/imports.ts';

/** The items of the candidate's imports that were not dismissed, newest first, with what became of each. */
export async function listImports(scope: CandidateScope): Promise<ImportItemOutput[]> {
  const items = await listImportItems(scope);
  const ids = items.flatMap((item) => item.credentialId ?? []);
  const stored = ids.length > 0 ? await findCredentials(scope, ids) : [];
  const credentials = new Map(stored.map((entry) => [entry.id, presentCredential(scope.candidateId, entry)]));
  return items.map((item) => ({
    id: item.id,
    source: item.source as ImportItemOutput['source'],
    name: item.name,
    size: item.size,
    state: item.state as ImportItemOutput['state'],
    code: item.code,
    ...describeRefusal(item.code, item.details as SentenceParts),
    duplicate: item.duplicate,
    createdAt: item.createdAt,
    finishedAt: item.finishedAt,
    credential: (item.credentialId && credentials.get(item.credentialId)) || null,
  }));
}
