import { maskAddress } from '#server/accounts/core/address.ts';
import type { CredentialView } from './core/report.ts';
import { lastGood } from './core/standing.ts';
import { describeRefusal, stageOf } from './describe-refusal.ts';
import type { CredentialOutput, SkillOutput } from './schemas.ts';
import type { StoredCredential } from './store/credentials.ts';
import { standingOf } from './watch-lists.ts';

/** The recipient as a page may show it: an address is masked, a hash is only called one. */
export function presentRecipient(recipient: CredentialView['recipient']): string | null {
  if (!recipient?.value) return null;
  if (recipient.isDid) return recipient.value;
  return recipient.value.includes('@') ? maskAddress(recipient.value) : recipient.value.slice(0, 24);
}

/** The page that stands in for a document nobody signed, if there is one. */
export function presentPage(view: CredentialView | null): CredentialOutput['page'] {
  return view?.page ? { platform: view.page.platform, url: view.page.url } : null;
}

function presentSkills(stored: StoredCredential): SkillOutput[] {
  const dead = stored.verdict === 'invalid';
  const view = stored.view as unknown as CredentialView;
  const proven: SkillOutput[] = stored.evidence.map((row) => ({
    skillKey: row.skillKey,
    label: row.skill.label,
    uri: row.skill.id,
    level: row.level,
    source: row.origin === 'alignment' ? 'alignment' : 'tag',
    state: row.standing === 'stands' ? 'proven' : 'unknown',
    namedByIssuer: true,
    words: null,
  }));
  const listed = new Set(stored.evidence.map((row) => row.skillKey));
  const proposed: SkillOutput[] = stored.proposals
    .filter((row) => !listed.has(row.skillKey))
    .map((row) => ({
      skillKey: row.skillKey,
      label: row.skill.label,
      uri: row.skill.id,
      level: row.level,
      source: row.source === 'tag' ? 'tag' : 'name',
      state: row.state === 'confirmed' ? 'confirmed' : 'proposed',
      namedByIssuer: row.namedByIssuer,
      words: row.words,
    }));
  if (proven.length > 0) return [...proven, ...proposed];
  const aligned: SkillOutput[] = view.alignments.flatMap((alignment) =>
    alignment.targetName
      ? [
          {
            skillKey: null,
            label: alignment.targetName,
            uri: alignment.targetUrl,
            level: null,
            source: 'alignment' as const,
            state: dead ? ('lapsed' as const) : ('not-counted' as const),
            namedByIssuer: true,
            words: null,
          },
        ]
      : [],
  );
  return [...aligned, ...proposed];
}

/** The sentence of the row: what is wrong, or that it names somebody else. */
function describeState(stored: StoredCredential, view: CredentialView) {
  const foreign = stored.decidingCode === null && stored.bound !== 'yes';
  const name = stored.issuer?.registryName ?? view.issuer.name;
  return describeRefusal(
    foreign ? 'recipient-mismatch' : stored.decidingCode,
    { detail: stored.decidingDetail, source: stored.decidingSource },
    { issuer: { id: view.issuer.id, name } },
  );
}

/** A stored credential as the pages and the API show it. */
export function presentCredential(candidateId: string, stored: StoredCredential): CredentialOutput {
  const view = stored.view as unknown as CredentialView;
  const { issuer } = stored;
  const standing = standingOf(stored);
  const readAt = standing.listsGoodAt;
  const verdict = stored.verdict as CredentialOutput['verdict'];
  const bound = stored.bound as CredentialOutput['bound'];
  return {
    id: stored.id,
    candidateId,
    title: stored.title,
    kind: stored.kind as CredentialOutput['kind'],
    format: stored.format,
    issuer: {
      id: stored.issuerId,
      name: issuer?.registryName ?? view.issuer.name ?? stored.issuerId ?? 'Not stated',
      claimedName: view.issuer.name,
      recognised: issuer?.registryName != null,
      registry: issuer?.registry ?? null,
      url: issuer?.homepage ?? null,
    },
    signed: view.signed,
    page: presentPage(view),
    verdict,
    code: stored.decidingCode,
    stage: stageOf(stored.decidingSource),
    ...describeState(stored, view),
    bound,
    counts: verdict === 'valid' && bound === 'yes',
    recipient: presentRecipient(view.recipient),
    tier: { level: stored.tier, rule: stored.tierRule },
    issuedAt: stored.issuedAt,
    validFrom: stored.validFrom,
    validUntil: stored.validUntil,
    checkedAt: stored.checkedAt,
    verdictSince: stored.verdictSince,
    lastGoodAt: lastGood(standing),
    unreachableSince: stored.unreachableSince,
    statusReadAt: readAt !== null && readAt > stored.checkedAt ? readAt : null,
    nextCheckAt: stored.nextCheckAt,
    receivedAt: stored.receivedAt,
    publicLink: stored.publicLink,
    onProfile: stored.publicLink && stored.onProfile,
    skills: presentSkills(stored),
  };
}
