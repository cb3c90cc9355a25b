// What the tests of imports share: an issuer of this installation, people with wallets, and the queue.
import '#tests/support/database.ts';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { ImportItemOutput } from '#server/credentials/schemas.ts';
import { recheckDue } from '#server/credentials/tasks.ts';
import { credentialHandlers } from '#server/credentials/worker.ts';
import {
  ensureProfile,
  type IssuedDocument,
  type IssueOrder,
  issueCredential,
  serveIssuingDocument,
} from '#server/issuing/index.ts';
import { registerOwnHost } from '#server/platform/fetch.ts';
import { enqueue } from '#server/platform/queue.ts';
import { drainQueue } from '#server/platform/queue-runner.ts';
import { endRateLimits } from '#server/platform/rate-limit.ts';
import { installStarterScheme } from '#server/skills/index.ts';
import { query } from '#tests/support/database.ts';
import type { makePerson } from '#tests/support/people.ts';

export const issuerHost = 'issuers.college.example';
const day = 86_400_000;
export const now = new Date();
export const daysFromNow = (days: number) => new Date(now.getTime() + days * day);

/** A person of these tests. */
export type Person = Awaited<ReturnType<typeof makePerson>>;

/** Opens the desk for a test file: environment, issuer's host, skills, one profile. Call at the top of the file. */
export function openDesk(demo: '0' | '1' = '1'): void {
  const folder = mkdtempSync(join(tmpdir(), 'assay-files-'));
  Object.assign(process.env, { DEMO: demo, STORAGE_DIR: folder, ISSUER_HOST: issuerHost });
  beforeAll(async () => {
    registerOwnHost(issuerHost, serveIssuingDocument);
    await installStarterScheme();
    await ensureProfile({ slug: 'college', name: 'Northgate College' });
  });
  afterAll(async () => {
    await endRateLimits();
    rmSync(folder, { recursive: true, force: true });
  });
}

export const achievement: IssueOrder['achievement'] = {
  key: 'relational-data',
  type: 'Certificate',
  title: 'Relational Data',
  description: 'Models data and asks it questions.',
  criteria: 'A supervised examination.',
  skills: [{ name: 'SQL', uri: 'urn:assay:skill:sql', level: 3 }],
  tags: [],
  evidence: [],
  result: { kind: 'percent', value: '88' },
};

/** What may differ from the usual order. */
export type Wishes = Partial<Omit<IssueOrder, 'achievement'>> & {
  achievement?: Partial<IssueOrder['achievement']>;
};

/** Issues a certificate about SQL, level 3, from 30 days ago for a year, unless wished otherwise. */
export function issue(email: string, wishes: Wishes = {}): Promise<IssuedDocument> {
  return issueCredential(
    'college',
    {
      recipient: { name: 'Ada', email },
      format: 'jwt-eddsa',
      validFrom: daysFromNow(-30),
      validUntil: daysFromNow(335),
      ...wishes,
      achievement: { ...achievement, ...wishes.achievement },
    },
    now,
  );
}

/** The form of an import by file. */
export function fileForm(
  bytes: Uint8Array | string,
  name = 'badge.json',
  type = 'application/json',
): FormData {
  const form = new FormData();
  form.set('file', new File([typeof bytes === 'string' ? bytes : Uint8Array.from(bytes)], name, { type }));
  return form;
}

/** The form of an import by address or by pasted text. */
export function textForm(field: 'url' | 'text', value: string): FormData {
  const form = new FormData();
  form.set(field, value);
  return form;
}

/** Runs everything that waits in the queue. */
export function workOff(): Promise<void> {
  return drainQueue(credentialHandlers);
}

/** Hands something in, lets the queue work, and says what became of it. */
export async function handIn(person: Person, form: FormData): Promise<ImportItemOutput> {
  const { id } = await person.api.credentials.import(form);
  await workOff();
  const item = (await person.api.credentials.imports()).find((entry) => entry.id === id);
  if (!item) throw new Error('The item is not in the list.');
  return item;
}

/** Issues to a person and hands it in as a file; returns the credential's id with what was issued. */
export async function own(person: Person, wishes: Wishes = {}) {
  const issued = await issue(person.email, wishes);
  const item = await handIn(person, fileForm(issued.bytes));
  if (!item.credential) throw new Error(`It was refused: ${item.code}`);
  return { id: item.credential.id, issued, credential: item.credential };
}

/** A credential of the person as the wallet shows it now. */
export async function inWallet(person: Person, id: string) {
  const { counting, others } = await person.api.credentials.wallet();
  const found = [...counting, ...others].find((credential) => credential.id === id);
  if (!found) throw new Error('It is not in the wallet.');
  return found;
}

/** What of a credential the rankings would read. */
export function evidenceOf(credentialId: string) {
  return query<{ label: string; level: number | null; tier: number; standing: string; origin: string }>(
    `select s.label, e.level, e.tier, e.standing, e.origin from skill_evidence e join skill s on s.key = e.skill_key
      where e.credential_id = $1 order by s.label`,
    [credentialId],
  );
}

/** Lets the clock of rechecks strike: every credential and list is due, and the queue is worked off. */
export async function strike(): Promise<void> {
  await query(`update credential set next_check_at = now() - interval '1 minute'`);
  await query(`update status_list set next_fetch_at = now() - interval '1 minute'`);
  await enqueue(recheckDue, {});
  await workOff();
}
