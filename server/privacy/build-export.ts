import { createHash } from 'node:crypto';
import { PassThrough, type Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { findAccount, listAddresses, listProvenDids } from '#server/accounts/index.ts';
import { listMyApplications } from '#server/applications/index.ts';
import { getProfile } from '#server/candidates/index.ts';
import { getOriginal, getWallet, holderReader, signProof } from '#server/credentials/index.ts';
import { listMemberships } from '#server/organizations/index.ts';
import { AppError } from '#server/platform/errors.ts';
import { log } from '#server/platform/log.ts';
import { accountScope, type CandidateScope, candidateScope } from '#server/platform/scope.ts';
import { listSigningKeys } from '#server/platform/signing-keys.ts';
import { files } from '#server/platform/storage.ts';
import { type ExportedCredential, nameOriginal, writeExportPage } from './core/export-page.ts';
import { findExport, settleExport } from './store/exports.ts';

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const readable = (value: unknown) => Buffer.from(`${JSON.stringify(value, null, 2)}\n`);

/** The person's own words and settings, as JSON. */
async function readPerson(scope: CandidateScope) {
  const account = accountScope(scope.candidateId);
  const [who, addresses, dids, profile, memberships] = await Promise.all([
    findAccount(account),
    listAddresses(account),
    listProvenDids(account),
    getProfile(scope),
    listMemberships(account),
  ]);
  if (who === null) throw new AppError('account.unknown', 'not-found', 'There is no such account.');
  const houses = memberships.map(({ name, slug, role }) => ({ name, slug, role }));
  return { account: { name: who.name, email: who.email }, addresses, dids, profile, memberships: houses };
}

/** Puts one credential into the archive: the file as received and a signed report of its latest verification. */
async function addCredential(
  archive: ZipFile,
  scope: CandidateScope,
  credentialId: string,
  position: number,
  now: Date,
): Promise<ExportedCredential> {
  const { candidateId } = scope;
  const [original, report] = await Promise.all([
    getOriginal(candidateId, credentialId),
    signProof(candidateId, credentialId, holderReader(), now),
  ]);
  const folder = `credentials/${String(position).padStart(3, '0')}`;
  const file = `${folder}/${nameOriginal(original.name)}`;
  archive.addBuffer(Buffer.from(original.bytes), file, { mtime: now });
  archive.addBuffer(Buffer.from(`${report}\n`), `${folder}/report.jwt`, { mtime: now });
  return { id: credentialId, file, sha256: hashOf(original.bytes), report };
}

/** Fills the archive one credential after the other, so that one file at a time is in memory. */
async function fill(archive: ZipFile, scope: CandidateScope, now: Date): Promise<void> {
  const [person, wallet, applications] = await Promise.all([
    readPerson(scope),
    getWallet(scope),
    listMyApplications(scope, now),
  ]);
  const held = [...wallet.counting, ...wallet.others];
  const credentials: ExportedCredential[] = [];
  for (const [index, { id }] of held.entries())
    credentials.push(await addCredential(archive, scope, id, index + 1, now));
  // After signing, which makes a key where there was none.
  const keys = await listSigningKeys();
  const put = (name: string, bytes: Buffer) => archive.addBuffer(bytes, name, { mtime: now });
  put('profile.json', readable(person));
  put('credentials.json', readable(held));
  put('applications.json', readable(applications));
  put('keys.json', readable({ keys }));
  put(
    'index.html',
    Buffer.from(writeExportPage({ name: person.account.name, madeAt: now, credentials, keys })),
  );
}

/** The archive as a stream that ends when all is in it, or breaks where something could not be read. */
function streamArchive(scope: CandidateScope, now: Date): Readable {
  const archive = new ZipFile();
  const stream = new PassThrough();
  archive.outputStream.on('error', (error) => stream.destroy(error as Error));
  archive.outputStream.pipe(stream);
  fill(archive, scope, now).then(
    () => archive.end(),
    (error: Error) => stream.destroy(error),
  );
  return stream;
}

/**
 * Makes the archive of an export that waits; may run twice. On its last attempt a fault ends the waiting, so that the
 * candidate can ask again. Contents: `index.html` checks the signed reports without a network, beside it profile,
 * credentials (files as received, reports) and applications with their receipts as JSON.
 */
export async function buildExport(
  candidateId: string,
  exportId: string,
  now: Date,
  isLast: boolean,
): Promise<void> {
  const scope = candidateScope(candidateId);
  const waiting = await findExport(scope, exportId);
  if (waiting?.state !== 'waiting') return;
  try {
    const { key, size } = await files().putStream(candidateId, streamArchive(scope, now));
    const done = await settleExport(scope, exportId, { readyAt: now, storageKey: key, size });
    if (!done) await files().remove(key);
  } catch (error) {
    log.warn(
      { event: 'export.failed', error: error instanceof Error ? error.message : 'unknown' },
      'no export',
    );
    if (isLast) await settleExport(scope, exportId, 'failed');
    throw error;
  }
}
