import { db, Prisma } from '#server/platform/db.ts';
import type { CandidateScope } from '#server/platform/scope.ts';

/** The place of a credential in a list, with what stood there. */
export interface StatusRow {
  listUrl: string;
  index: number | null;
  size: number;
  purpose: string;
  standing: 'set' | 'clear' | 'unknown';
  lastValue: number | null;
  listMark: string | null;
}

/** Replaces the places of one credential by those of its latest verification. A new one has none. */
export async function replaceStatuses(
  scope: CandidateScope,
  credentialId: string,
  rows: readonly StatusRow[],
  isNew: boolean,
): Promise<void> {
  const { candidateId } = scope;
  if (!isNew) await db().credentialStatus.deleteMany({ where: { candidateId, credentialId } });
  if (rows.length === 0) return;
  const data = rows.map((row, position) => ({ candidateId, credentialId, position, ...row }));
  await db().credentialStatus.createMany({ data });
}

/** What a look at a list found, for the places in it. `bits` is null where there are none to compare. */
export interface ListLook {
  url: string;
  state: 'good' | 'distrusted' | 'unreachable';
  mark: string;
  bits: Uint8Array | null;
}

/** First in the line of due looks, whatever else waits. */
const first = new Date(0);

/*
 * The value at a place, as `readStatusValue` reads it: index 0 is the left-most bit (BSL "Bitstring Encoding"), null
 * outside the list. `l.bits` has one byte more than the list, so that any value may be read as two bytes.
 */
const start = Prisma.sql`(s.index::bigint * s.size)`;
const value = Prisma.sql`case when ${start} + s.size <= 8 * (length(l.bits) - 1)::bigint then
  (((get_byte(l.bits, (${start} >> 3)::int) << 8) | get_byte(l.bits, (${start} >> 3)::int + 1))
    >> (16 - (${start} & 7)::int - s.size)) & ((1 << s.size) - 1) end`;
const valueDiffers = Prisma.sql`coalesce(${value}, 0) <> coalesce(s.last_value, 0)`;

/** Set counts whatever is wrong with the list, clear only in a good one (verification.md §2.9 no. 10). */
function valueChanged({ state, bits }: ListLook): Prisma.Sql {
  if (bits === null || state === 'unreachable') return Prisma.sql`false`;
  return state === 'good' ? valueDiffers : Prisma.sql`(coalesce(${value}, 0) > 0 and ${valueDiffers})`;
}

/**
 * Makes those credentials due at once whose value in the list is another than when they were last verified, or for
 * whom the list is not what it was then. A place without a mark was asked at another time: it is due if the list now
 * tells more, or less, than it did. What was withdrawn stays so until a good list says otherwise. Returns how many
 * became due. For the worker only.
 */
export function makeDue(look: ListLook): Promise<number> {
  const { url, state, mark, bits } = look;
  const padded = Buffer.concat([bits ?? Buffer.alloc(0), Buffer.alloc(1)]);
  return db().$executeRaw`
    update credential c set next_check_at = ${first}
      from credential_status s, (select ${padded}::bytea as bits) l
     where s.candidate_id = c.candidate_id and s.credential_id = c.id and s.list_url = ${url}
       and c.next_check_at > ${first}
       and (${valueChanged(look)} or ((${state} = 'good' or s.standing <> 'set')
         and case when s.list_mark is null then (${state} = 'good') = (s.standing = 'unknown')
                  else s.list_mark <> ${mark} end))`;
}

/** Ties the places that were asked at another time, and found the same, to the list as it is now. */
export function adoptMark({ url, state, mark }: ListLook): Promise<number> {
  return db().$executeRaw`
    update credential_status set list_mark = ${mark}
     where list_url = ${url} and list_mark is null and (${state} = 'good') <> (standing = 'unknown')`;
}
