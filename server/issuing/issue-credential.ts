import { inTransaction } from '#server/platform/transaction.ts';
import type { IssuedDocument, IssueOrder } from './core/order.ts';
import { getProfile } from './ensure-profile.ts';
import { insertIssued, nextStatusIndex } from './store/issuing.ts';
import { writeDocument } from './write-document.ts';

/**
 * Issues credentials of one issuer, all or none: each takes the next place on the issuer's list, is signed, and is
 * kept as it went out. Errors: `issuing.profile_unknown`.
 */
export function issueCredentials(
  slug: string,
  orders: readonly IssueOrder[],
  now: Date,
): Promise<IssuedDocument[]> {
  return inTransaction(async () => {
    const profile = await getProfile(slug);
    const first = await nextStatusIndex(slug);
    const issued: { statusIndex: number; order: IssueOrder; document: IssuedDocument }[] = [];
    for (const [at, order] of orders.entries()) {
      const document = await writeDocument(profile, order, first + at, now);
      issued.push({ statusIndex: first + at, order, document });
    }
    await insertIssued(
      issued.map(({ statusIndex, order, document }) => ({
        id: document.id,
        profileSlug: slug,
        statusIndex,
        title: order.achievement.title,
        recipientName: order.recipient.name,
        format: order.format,
        document: document.text,
        issuedAt: order.validFrom < now ? order.validFrom : now,
      })),
    );
    return issued.map(({ document }) => document);
  });
}

/** Issues one credential; see `issueCredentials`. */
export async function issueCredential(slug: string, order: IssueOrder, now: Date): Promise<IssuedDocument> {
  const [document] = await issueCredentials(slug, [order], now);
  if (!document) throw new Error('Nothing was issued.');
  return document;
}
