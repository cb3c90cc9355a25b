import { db, Prisma } from '#server/platform/db.ts';
import type { CandidateScope } from '#server/platform/scope.ts';
import type { NoticeKind, NoticeSubject, ReminderWindow } from '../core/notices.ts';

/** A credential that a notice may be about, with the change it would tell of. */
export interface Noticeable extends NoticeSubject {
  candidateId: string;
  credentialId: string;
  /** The end it reminds of, or since when it is what it tells. */
  about: Date;
  wantsMail: boolean;
}

/** What makes a notice the same one: it is sent once. */
export interface NoticeKey {
  credentialId: string;
  kind: NoticeKind;
  about: Date;
}

/** A credential with its holder's wish. `about` is the column the notice is keyed by. */
const noticeable = (about: Prisma.Sql) => Prisma.sql`
  select c.candidate_id as "candidateId", c.id as "credentialId", c.title, ${about} as about,
         coalesce(i.registry_name, i.claimed_name) as "issuerName", c.valid_until as "validUntil",
         c.last_good_at as "lastGoodAt", c.unreachable_since as "unreachableSince", c.deciding_detail as reason,
         p.notice_mail as "wantsMail",
         array(select k.label from skill_evidence e join skill k on k.key = e.skill_key
                where e.candidate_id = c.candidate_id and e.credential_id = c.id order by k.label) as skills
    from credential c
    join candidate p on p.id = c.candidate_id
    left join issuer i on i.id = c.issuer_id`;

/** When the question is asked, and whether mail can leave at all. */
export interface Moment {
  /** Null: also what somebody is just sending. */
  now: Date | null;
  canMail: boolean;
}

/** It did not come into the bell yet, or its mail is wanted and did not leave, nor is leaving. */
const untold = (about: Prisma.Sql, kind: NoticeKind, { now, canMail }: Moment) => Prisma.sql`
  not exists (select 1 from credential_notice n
               where n.candidate_id = c.candidate_id and n.credential_id = c.id and n.kind = ${kind}
                 and n.about = ${about} and n.shown_at is not null
                 and (n.sent_at is not null or not p.notice_mail or not ${canMail}::boolean
                      or n.claimed_until > ${now}::timestamptz))`;

/**
 * Credentials that count and end within a window, and whose holder was not reminded. Left out are those that have been
 * renewed: the holder has one of the same title and issuer that ends later or never. For the worker only.
 */
export function listEnding(window: ReminderWindow, moment: Moment, take: number): Promise<Noticeable[]> {
  const about = Prisma.sql`c.valid_until`;
  return db().$queryRaw<Noticeable[]>`
    ${noticeable(about)} where c.bound = 'yes' and c.verdict = 'valid' and c.valid_until > ${window.from} and c.valid_until <= ${window.to}
       and ${untold(about, window.kind, moment)}
       and not exists (select 1 from credential o
                        where o.candidate_id = c.candidate_id and o.id <> c.id and o.issuer_id = c.issuer_id
                          and o.title = c.title and o.verdict = 'valid' and o.bound = 'yes'
                          and (o.valid_until is null or o.valid_until > c.valid_until))
     order by c.valid_until, c.id limit ${take}`;
}

/** Credentials that stood once and whose issuer has not answered since `before`; the holder was not told. Worker only. */
export function listSilent(before: Date, moment: Moment, take: number): Promise<Noticeable[]> {
  const about = Prisma.sql`c.unreachable_since`;
  return db().$queryRaw<Noticeable[]>`
    ${noticeable(about)} where c.bound = 'yes' and c.verdict = 'unknown' and c.unreachable_since <= ${before}
       and c.last_good_at is not null and ${untold(about, 'unreachable', moment)}
     order by c.unreachable_since, c.id limit ${take}`;
}

/** The credential of a candidate as far as it is withdrawn in this way now, and its holder was not told; else null. */
export async function findWithdrawn(
  scope: CandidateScope,
  credentialId: string,
  kind: 'revoked' | 'suspended',
  canMail: boolean,
): Promise<Noticeable | null> {
  const about = Prisma.sql`c.verdict_since`;
  const [found] = await db().$queryRaw<Noticeable[]>`
    ${noticeable(about)} where c.candidate_id = ${scope.candidateId}::uuid and c.id = ${credentialId}::uuid
       and c.verdict = 'invalid' and c.deciding_code = ${kind} and ${untold(about, kind, { now: null, canMail })}`;
  return found ?? null;
}

/** The credential of a candidate as far as it stands again after its holder was told that it did not; else null. */
export async function findRestored(
  scope: CandidateScope,
  credentialId: string,
  canMail: boolean,
): Promise<Noticeable | null> {
  const about = Prisma.sql`c.verdict_since`;
  const [found] = await db().$queryRaw<Noticeable[]>`
    ${noticeable(about)} where c.candidate_id = ${scope.candidateId}::uuid and c.id = ${credentialId}::uuid
       and c.verdict = 'valid' and c.bound = 'yes' and ${untold(about, 'restored', { now: null, canMail })}
       and exists (select 1 from credential_notice n
                    where n.candidate_id = c.candidate_id and n.credential_id = c.id and n.shown_at is not null
                      and n.kind in ('revoked', 'suspended', 'unreachable') and n.about < c.verdict_since)`;
  return found ?? null;
}

/** Notes that a notice came into the bell; false when it had. */
export async function markShown(scope: CandidateScope, notice: NoticeKey, shownAt: Date): Promise<boolean> {
  const { credentialId, kind, about } = notice;
  const noted = await db().$executeRaw`
    insert into credential_notice (candidate_id, credential_id, kind, about, claimed_until, shown_at)
    select c.candidate_id, c.id, ${kind}, ${about}, ${new Date(0)}, ${shownAt} from credential c
     where c.candidate_id = ${scope.candidateId}::uuid and c.id = ${credentialId}::uuid
    on conflict (candidate_id, credential_id, kind, about) do update set shown_at = excluded.shown_at
     where credential_notice.shown_at is null`;
  return noted > 0;
}

/** Takes a notice for this worker until `until`; false when it was sent, or another worker has it. */
export async function claimNotice(
  scope: CandidateScope,
  notice: NoticeKey,
  now: Date,
  until: Date,
): Promise<boolean> {
  const { credentialId, kind, about } = notice;
  const taken = await db().$executeRaw`
    insert into credential_notice (candidate_id, credential_id, kind, about, claimed_until)
    select c.candidate_id, c.id, ${kind}, ${about}, ${until} from credential c
     where c.candidate_id = ${scope.candidateId}::uuid and c.id = ${credentialId}::uuid
    on conflict (candidate_id, credential_id, kind, about) do update set claimed_until = excluded.claimed_until
     where credential_notice.sent_at is null and credential_notice.claimed_until <= ${now}`;
  return taken > 0;
}

/** Gives a notice back that did not leave. */
export async function releaseNotice(scope: CandidateScope, notice: NoticeKey): Promise<void> {
  const { credentialId, kind, about } = notice;
  await db().credentialNotice.updateMany({
    where: { candidateId: scope.candidateId, credentialId, kind, about, sentAt: null },
    data: { claimedUntil: new Date(0) },
  });
}

/** Notes that a notice left. */
export async function markSent(scope: CandidateScope, notice: NoticeKey, sentAt: Date): Promise<void> {
  const { credentialId, kind, about } = notice;
  await db().credentialNotice.updateMany({
    where: { candidateId: scope.candidateId, credentialId, kind, about },
    data: { sentAt },
  });
}
