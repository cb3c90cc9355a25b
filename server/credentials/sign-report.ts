import { createHash, randomUUID } from 'node:crypto';
import { env } from '#server/platform/env.ts';
import { signAsInstallation } from '#server/platform/signing-keys.ts';
import type { FindingCode, Report, SkillLevel } from './core/report.ts';
import { type ReportToSign, signedReportType, toSignedReport } from './core/signed-report.ts';
import { getJudged, getProof, type ProofReader } from './get-proof.ts';

/**
 * Signs a verification as a JWT (features V14): `iss` is this installation, whose keys are at its
 * `/.well-known/jwks.json`, and the claim `report` says what was found. It has no end: it speaks of its `checkedAt`.
 */
function sign(report: ReportToSign, id: string, now: Date): Promise<string> {
  const claims = {
    iss: new URL(env().NEXTAUTH_URL).origin,
    iat: Math.floor(now.getTime() / 1_000),
    jti: `urn:uuid:${id}`,
    report: toSignedReport(report),
  };
  return signAsInstallation(claims, { typ: signedReportType, now });
}

const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Signs the report about bytes that nobody keeps. Returns a compact JWS. */
export function signCheck(report: Report, bytes: Uint8Array, now: Date): Promise<string> {
  const { format, container, verdict, code, checks, credential, tier, skills } = report;
  const stated = credential && {
    title: credential.title,
    issuerId: credential.issuer.id,
    issuedAt: credential.issuedAt,
    validUntil: credential.validUntil,
  };
  return sign(
    {
      checkedAt: now.toISOString(),
      document: { sha256: hashOf(bytes), format, container },
      verdict,
      code,
      checks,
      credential: stated,
      tier,
      skills,
    },
    randomUUID(),
    now,
  );
}

/**
 * Signs the latest verification of a stored credential, for somebody who may see it. Returns a compact JWS.
 * Errors: `proof.unknown`.
 */
export async function signProof(
  candidateId: string,
  credentialId: string,
  reader: ProofReader,
  now: Date,
): Promise<string> {
  const [proof, bytes] = await Promise.all([
    getProof(candidateId, credentialId, reader, now),
    getJudged(candidateId, credentialId),
  ]);
  const { format, container, verdict, code, checks, tier, skills, checkedAt } = proof;
  return sign(
    {
      checkedAt: checkedAt.toISOString(),
      document: { sha256: hashOf(bytes), format, container },
      verdict,
      code: code as FindingCode | null,
      checks,
      credential: {
        title: proof.title,
        issuerId: proof.issuer.id,
        issuedAt: proof.issuedAt?.toISOString() ?? null,
        validUntil: proof.validUntil?.toISOString() ?? null,
      },
      tier,
      skills: skills
        .filter(({ source }) => source === 'alignment')
        .map(({ label, uri, level, state }) => ({
          label,
          uri,
          level: level as SkillLevel | null,
          counts: state === 'proven',
        })),
    },
    proof.runs[0]?.id ?? randomUUID(),
    now,
  );
}
