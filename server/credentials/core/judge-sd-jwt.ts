import { judgeTokenDates } from './claims.ts';
import { judgePeriod, skewMs } from './dates.ts';
import type { KeyBinding, SdJwtFacts } from './facts.ts';
import { idOf, textOf } from './json.ts';
import { dropRepeated } from './judge-vc.ts';
import { judgeToken } from './proof-rules.ts';
import type { Finding } from './report.ts';
import { openNames } from './sd-jwt.ts';
import { judgeStatuses } from './status-rules.ts';

const types = ['dc+sd-jwt', 'vc+sd-jwt'];
const bindingAgeMs = 5 * 60_000;

const mismatch = (claim: string, detail: string): Finding => ({
  code: 'claims-mismatch',
  check: 'proof',
  detail: `${claim}: ${detail}`,
  source: claim,
});

const forged = (detail: string): Finding => ({ code: 'signature', check: 'proof', detail });

/** Every finding about an SD-JWT VC taken by itself (verification.md §2.7). Pure. */
export function judgeSdJwt(facts: SdJwtFacts): Finding[] {
  const { token, opened, binding, now } = facts;
  return dropRepeated([
    ...judgeToken(token, now),
    ...(opened.ok ? [] : [forged(opened.detail)]),
    ...(binding.state === 'wrong' ? [forged(`the key binding: ${binding.detail}`)] : []),
    ...judgeTyp(facts),
    ...judgeOpenNames(facts),
    ...judgeTokenDates(token.body, now),
    ...judgeModelDates(facts),
    ...judgeStatuses(facts.statuses),
  ]);
}

function judgeTyp({ token }: SdJwtFacts): Finding[] {
  const typ = textOf(token.header.typ)?.toLowerCase() ?? '';
  return types.includes(typ) ? [] : [mismatch('typ', 'is none of those for SD-JWT VC')];
}

function judgeOpenNames({ token, opened, issuer }: SdJwtFacts): Finding[] {
  const findings: Finding[] = [];
  if (textOf(token.body.vct) === null) findings.push(mismatch('vct', 'is missing'));
  if (!opened.ok) return findings;
  const hidden = opened.disclosed.find(([name = '']) => openNames.includes(name));
  if (hidden) findings.push(mismatch(hidden[0] ?? '', 'must not be a disclosure'));
  const inside = idOf(opened.claims.issuer);
  if (inside !== null && issuer.id !== null && inside !== issuer.id)
    findings.push(mismatch('iss', 'is not the issuer of the credential'));
  return findings;
}

/** Dates of the data model, where the claims are those of a VCDM credential. */
function judgeModelDates({ opened, now }: SdJwtFacts): Finding[] {
  if (!opened.ok) return [];
  const { validFrom, validUntil } = opened.claims;
  const [from, until] = [textOf(validFrom), textOf(validUntil)];
  return judgePeriod({ from, fromPath: 'validFrom', until, untilPath: 'validUntil', zoneNeeded: true }, now);
}

/** What a presentation was asked for. `audience` is the full client id of who asks. */
export type Challenge = { nonce: string; audience: string };

/**
 * Whether a key binding answers a challenge: made by the holder's key, over what is shown, for this audience and
 * nonce, within five minutes (RFC 9901 §7.3, verification.md §2.7). Null when it does.
 */
export function judgeKeyBinding(
  binding: KeyBinding,
  challenge: Challenge,
  now: Date,
): Pick<Finding, 'code' | 'detail'> | null {
  if (binding.state === 'absent') return { code: 'missing-proof', detail: 'the holder signed nothing' };
  if (binding.state === 'wrong') return { code: 'signature', detail: binding.detail };
  const replayed = (detail: string) => ({ code: 'replayed', detail }) as const;
  if (binding.nonce !== challenge.nonce) return replayed('it answers another nonce');
  if (binding.audience !== challenge.audience) return replayed('it was made for somebody else');
  const age = now.getTime() - binding.iat * 1000;
  if (age < -skewMs) return replayed('it was made in the future');
  return age > bindingAgeMs ? replayed('it was made more than five minutes ago') : null;
}
