/** A credential in the words and shapes of the pages: its row, its chips, why it does not count. */
import { useFormatter, useNow, useTranslations } from 'next-intl';
import type { CredentialRowData } from '#app/ui/proof/credential-row.tsx';
import type { SkillChipData } from '#app/ui/proof/skill-chip.tsx';
import { standingOf } from '#app/ui/proof/standing.ts';
import type { CredentialOutput, SkillOutput } from '#server/credentials/schemas.ts';

const dayMs = 86_400_000;
const soonDays = 30;

/** The page that holds a credential's whole report. */
export function proofPath(credential: Pick<CredentialOutput, 'id' | 'candidateId'>): string {
  return `/proof/${credential.candidateId}/${credential.id}`;
}

/** Where an issuer lives: a DID's host with its path, or the host of its address. Only for pictures. */
export function issuerHost(id: string | null): string | null {
  if (id === null) return null;
  const [, host, ...path] = id.match(/^did:web:([^:]+)(?::(.+))?$/) ?? [];
  if (host !== undefined) return [...path.filter(Boolean), decodeURIComponent(host)].join('.');
  return URL.canParse(id) ? new URL(id).hostname || null : null;
}

/** Findings that leave the signature itself whole: what was signed may still be read as the issuer's words. */
const proofHolds = new Set([
  'revoked',
  'suspended',
  'expired',
  'not-yet-valid',
  'recipient-mismatch',
  'status-unavailable',
  'status-list-invalid',
]);

/** True when the issuer's words may be set in serif: signed, and the signature was checked and fits. */
export function hasSignedWords(credential: Pick<CredentialOutput, 'signed' | 'code'>): boolean {
  return credential.signed && (credential.code === null || proofHolds.has(credential.code));
}

const stateOfChip = {
  proven: 'proven',
  unknown: 'unknown',
  lapsed: 'lapsed',
  proposed: 'suggestion',
  confirmed: 'stated',
  'not-counted': 'stated',
} as const;

/** How a skill is drawn. Struck only for a valid credential that is bound to its holder, whatever the row says. */
export function chipOf(
  skill: SkillOutput,
  credential: Pick<CredentialOutput, 'verdict' | 'bound'>,
  href?: string,
): SkillChipData | null {
  const standing = standingOf(credential.verdict, credential.bound);
  if (standing === 'foreign' || standing === 'genuine') return null;
  const state = stateOfChip[skill.state];
  // What does not stand suggests nothing.
  if (state === 'suggestion' && standing === 'invalid') return null;
  if (state === 'proven' && standing !== 'valid')
    return { label: skill.label, state: 'unknown', level: skill.level };
  return { label: skill.label, state, level: skill.level, href };
}

/** The chips of a credential, best proof first. */
export function chipsOf(credential: CredentialOutput): SkillChipData[] {
  return credential.skills.flatMap((skill) => chipOf(skill, credential) ?? []);
}

/** Days until a date, rounded up; negative once it has passed. */
export function daysUntil(date: Date, now: Date): number {
  return Math.ceil((date.getTime() - now.getTime()) / dayMs);
}

/** True when a credential counts today and ends within thirty days. */
export function endsSoon(credential: Pick<CredentialOutput, 'counts' | 'validUntil'>, now: Date): boolean {
  if (!credential.counts || credential.validUntil === null) return false;
  const days = daysUntil(credential.validUntil, now);
  return days >= 0 && days <= soonDays;
}

/** What decides over a credential: a code of the report, or `foreign` for one that names somebody else. */
export function reasonKey(credential: Pick<CredentialOutput, 'verdict' | 'bound' | 'code'>): string | null {
  const standing = standingOf(credential.verdict, credential.bound);
  if (standing === 'valid' || standing === 'genuine') return null;
  return standing === 'foreign' ? 'foreign' : (credential.code ?? 'other');
}

/** Findings whose particulars only the report knows: the term, the vocabulary, the host. Its own sentence is used. */
const hasParticulars = new Set([
  'schema',
  'context-unknown',
  'context-tampered',
  'unsupported-suite',
  'unsupported-version',
  'status-unavailable',
  'status-list-invalid',
  'claims-mismatch',
  'ssrf-blocked',
  'layout-changed',
  'platform-page',
  'malformed',
]);

/** Why a credential does not count, in words: short for titles, whole for its holder, what helps, and for others. */
export function useReason() {
  const t = useTranslations('proof.reason');
  const format = useFormatter();
  const day = (date: Date | null) =>
    date === null ? '—' : format.dateTime(date, { day: 'numeric', month: 'short', year: 'numeric' });
  // An issuer that does not answer has withdrawn nothing: until when it stood belongs beside since when it is silent.
  const awayWords = ({ unreachableSince, lastGoodAt }: CredentialOutput) => {
    if (unreachableSince === null) return null;
    const since = day(unreachableSince);
    return lastGoodAt === null ? t('awayNever', { since }) : t('away', { good: day(lastGoodAt), since });
  };
  return (credential: CredentialOutput) => {
    const key = reasonKey(credential);
    if (key === null) return null;
    const staged = `${key}-${credential.stage}`;
    const known = [staged, key].find((name) => t.has(`${name}.what`)) ?? 'other';
    const words = {
      issuer: credential.issuer.name,
      recipient: credential.recipient ?? '',
      since: day(credential.verdictSince),
      until: day(credential.validUntil),
      from: day(credential.validFrom),
      next: format.dateTime(credential.nextCheckAt, { hour: '2-digit', minute: '2-digit' }),
    };
    const named = known !== 'foreign' || credential.recipient?.includes('@');
    const own = hasParticulars.has(key) && known !== staged ? credential.sentence : null;
    const said = own ?? t(`${known}.${named ? 'what' : 'whatUnnamed'}`, words);
    const away = awayWords(credential);
    const what = [said, away].filter(Boolean).join(' ');
    const others = t.has(`${known}.others`)
      ? [t(`${known}.others`, words), away].filter(Boolean).join(' ')
      : what;
    return { key, short: t(`${known}.short`, words), what, help: t(`${known}.help`, words), others };
  };
}

/** The date that matters for where a credential stands: its end, or since when it is what it is. */
export function useStandingDate() {
  const t = useTranslations('candidate.date');
  const format = useFormatter();
  const now = useNow();
  return (credential: CredentialOutput): { date?: string; soon: boolean } => {
    const words = (key: string, date: Date) =>
      t(key, { date: format.dateTime(date, { day: 'numeric', month: 'short', year: 'numeric' }) });
    const { verdict, code, validUntil, validFrom, verdictSince } = credential;
    const soon = endsSoon(credential, now);
    if (verdict === 'unknown') return { date: words('since', verdictSince), soon };
    if (code === 'expired' && validUntil) return { date: words('on', validUntil), soon };
    if (code === 'not-yet-valid' && validFrom) return { date: words('from', validFrom), soon };
    if (verdict === 'invalid') return { date: words('on', verdictSince), soon };
    return validUntil ? { date: words(soon ? 'ends' : 'until', validUntil), soon } : { soon };
  };
}

/** A credential as `CredentialRow` wants it. */
export function useCredentialRow() {
  const standingDate = useStandingDate();
  return (credential: CredentialOutput): CredentialRowData => ({
    href: proofPath(credential),
    title: credential.title,
    signed: hasSignedWords(credential),
    issuer: credential.issuer,
    kind: credential.kind,
    verdict: credential.verdict,
    bound: credential.bound,
    code: credential.code,
    ...standingDate(credential),
    tier: credential.tier.level,
    picture: { issuerHost: issuerHost(credential.issuer.id), recognised: credential.issuer.recognised },
    skills: chipsOf(credential),
  });
}
