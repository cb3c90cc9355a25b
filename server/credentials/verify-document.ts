import { createHash } from 'node:crypto';
import { composeReport, type ReportParts } from './core/compose-report.ts';
import type { Ob2Facts, VcFacts } from './core/facts.ts';
import type { FetchPort } from './core/fetch-port.ts';
import { asArray, idOf, isObject, type JsonObject, objectsOf, textOf, typesOf } from './core/json.ts';
import { judgeOb2 } from './core/judge-ob2.ts';
import { judgeVc } from './core/judge-vc.ts';
import type { SkillResolver } from './core/read-skills.ts';
import { type Account, type Binding, bindRecipient, listIdentities, readIdentity } from './core/recipient.ts';
import type { Report } from './core/report.ts';
import { statesOfOb2, statesOfUnread, statesOfVc } from './core/states.ts';
import { viewOb2, viewVc } from './core/view.ts';
import { startGathering } from './gather/context.ts';
import { type Gathered, gatherFacts } from './gather-facts.ts';

/**
 * What a verification needs from outside. `emails` and `dids` ask whom it was issued to and never change the
 * verdict; `didDocuments` holds documents of DIDs that have no resolver (by DID).
 */
export type VerifyOptions = {
  fetch: FetchPort;
  now: Date;
  emails?: readonly string[];
  dids?: readonly string[];
  resolver: SkillResolver;
  sourceUrl?: string;
  didDocuments?: ReadonlyMap<string, JsonObject>;
};

/** Verifies a file, a token, a picture or an address, and reads what it says. Never throws for what is in it. */
export async function verifyDocument(bytes: Uint8Array, options: VerifyOptions): Promise<Report> {
  const { now, fetch, resolver, didDocuments } = options;
  const context = startGathering(fetch, now, didDocuments);
  const gathered = await gatherFacts(bytes, context);
  const account: Account = { emails: options.emails ?? [], dids: options.dids ?? [] };
  return composeReport({
    ...judge(gathered, account),
    format: gathered.format,
    container: gathered.container,
    payloadHash: hash('sha256', gathered.payload ?? Buffer.from(bytes)),
    resolver,
    sourceUrl: options.sourceUrl ?? null,
    now,
    tookMs: context.tookMs,
  });
}

type Judged = Omit<
  ReportParts,
  'format' | 'container' | 'payloadHash' | 'resolver' | 'sourceUrl' | 'now' | 'tookMs'
>;

function judge(gathered: Gathered, account: Account): Judged {
  const { facts } = gathered;
  if (facts === null) {
    const isAsked = account.emails.length + account.dids.length > 0;
    return {
      findings: [gathered.finding],
      states: statesOfUnread,
      remarks: {},
      binding: { bound: isAsked ? 'no' : 'not-asked', detail: '' },
      credential: null,
      canBeWithdrawn: false,
      yieldsSkills: false,
      statusLists: [],
    };
  }
  return facts.kind === 'vc' ? judgedVc(facts, account) : judgedOb2(facts, account);
}

function judgedVc(facts: VcFacts, account: Account): Judged {
  const [subject = {}] = objectsOf(facts.credential.credentialSubject);
  const { endorsements, statuses } = facts;
  const holding = endorsements.filter((fact) => fact.holds).length;
  const remark = `${holding} of ${endorsements.length} endorsements stand. The others add nothing; the badge is not affected.`;
  return {
    findings: judgeVc(facts),
    states: statesOfVc(facts),
    remarks: endorsements.length > holding ? { endorsements: remark } : {},
    binding: bindRecipient(
      idOf(subject) ?? textOf(facts.token?.body.sub),
      listIdentities(subject),
      account,
      hash,
    ),
    credential: viewVc(facts),
    canBeWithdrawn: statuses.length > 0,
    // An endorsement speaks about somebody else's badge.
    yieldsSkills: !typesOf(facts.credential).includes('EndorsementCredential'),
    statusLists: [...new Set(statuses.flatMap(({ url }) => (url === null ? [] : [url])))],
  };
}

function judgedOb2(facts: Ob2Facts, account: Account): Judged {
  const { assertion, revocationList, named } = facts;
  const document = assertion?.state === 'found' ? assertion.json : named;
  const hasEndorsements = [document, facts.badgeClass].some(
    (part) => isObject(part) && part.endorsement !== undefined,
  );
  return {
    findings: judgeOb2(facts),
    states: statesOfOb2(facts),
    remarks: hasEndorsements ? { endorsements: 'Its endorsements are linked, and were not read.' } : {},
    binding: bindOb2(document, account),
    credential: viewOb2(facts),
    canBeWithdrawn: revocationList !== null,
    yieldsSkills: true,
    statusLists: revocationList === null ? [] : [revocationList.url],
  };
}

function bindOb2(document: JsonObject, account: Account): Binding {
  return bindRecipient(null, asArray(document.recipient).flatMap(readIdentity), account, hash);
}

function hash(algorithm: 'sha256' | 'md5', content: string | Uint8Array): string {
  return createHash(algorithm).update(content).digest('hex');
}
