import { createHash } from 'node:crypto';
import { type Examination, plainExamination } from '../core/examination.ts';
import type { CredentialView, Finding } from '../core/report.ts';
import { statesOfPage } from '../core/states.ts';
import type { GatherContext } from '../gather/context.ts';
import { layoutChanged } from '../gather/links/follow-link.ts';
import type { PageFields, PageReader, PageTarget } from '../gather/links/link-target.ts';

/**
 * A certificate that nobody signed, shown by the public page of a learning platform (verification.md §2.15). The page
 * is read only where the operator allowed it, and nothing of it is kept but the fields read, their hash and the time.
 * It is never valid and binds nobody: a name on a page proves nothing about an account.
 */
export async function examinePlatformPage(
  { format, target }: { format: string; target: PageTarget },
  { asker, settings, now }: GatherContext,
): Promise<Examination> {
  const { platform, reader, id } = target;
  const isAllowed = settings.platformPages.includes(id);
  const page = reader && isAllowed ? await readPage(reader, platform, asker) : null;
  const fields = page?.fields ?? null;
  const findings: Finding[] = page?.finding ? [page.finding] : [];
  if (fields?.endsAt && Date.parse(fields.endsAt) < now.getTime())
    findings.push({ code: 'expired', check: 'dates', detail: fields.endsAt });
  findings.push({ code: 'platform-page', check: 'proof', detail: platform });
  return {
    ...plainExamination,
    format,
    // The link, not what the page says today: the same certificate stays the same.
    payload: target.key,
    findings,
    states: statesOfPage(fields !== null),
    remarks: {
      'well-formed':
        fields === null
          ? `The address is that of a certificate on ${platform}; its page was not read.`
          : 'The page could be read.',
      recipient: fields?.holder
        ? 'The page prints a name. A name is a hint for people, and binds it to nobody.'
        : 'Nobody signed whom it was issued to.',
    },
    recipient: { subjectId: null, identities: [] },
    credential: viewPage(target, fields, now),
    canBeWithdrawn: false,
    yieldsSkills: false,
    statusLists: [],
  };
}

type Page = { fields: PageFields | null; finding: Finding | null };

async function readPage(reader: PageReader, platform: string, asker: GatherContext['asker']): Promise<Page> {
  const { url, accept, read } = reader;
  const answer = await asker.ask(url, accept);
  // A page that does not answer leaves what was stated, unread.
  if (!answer.ok || answer.status < 200 || answer.status >= 300) return { fields: null, finding: null };
  const fields = read(new TextDecoder().decode(answer.body));
  return { fields, finding: fields === null ? layoutChanged(platform) : null };
}

function viewPage({ platform, url, key }: PageTarget, fields: PageFields | null, now: Date): CredentialView {
  const hash = fields && createHash('sha256').update(JSON.stringify(fields)).digest('hex');
  return {
    id: key,
    kind: 'certificate',
    title: fields?.title ?? `Certificate on ${platform}`,
    description: null,
    criteria: null,
    achievementType: null,
    issuer: { id: null, name: fields?.issuer ?? platform, url: null },
    issuedAt: fields?.awardedAt ?? null,
    validFrom: fields?.awardedAt ?? null,
    validUntil: fields?.endsAt ?? null,
    recipient: fields?.holder ? { type: 'name', value: fields.holder, isDid: false } : null,
    results: (fields?.results ?? []).map(({ name, status }) => ({
      name,
      type: null,
      value: null,
      achievedLevel: null,
      status,
      level: null,
      alignmentUrls: [],
    })),
    evidence: [],
    tags: [],
    alignments: [],
    signed: false,
    page: { platform, url, readAt: fields ? now.toISOString() : null, hash: hash ?? null },
  };
}
