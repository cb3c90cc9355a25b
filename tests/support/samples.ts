import type { JsonObject } from '#server/credentials/core/json.ts';
import type { VerifySettings } from '#server/credentials/core/settings.ts';
import { issueBlockcert } from './signing/blockcerts.ts';
import { authority, issueEdc } from './signing/edc.ts';
import {
  createIssuer,
  type Documents,
  disclose,
  issueClr,
  issueClrJwt,
  issueJwt,
  issueOb2Hosted,
  issueOb2Signed,
  issueOb3,
  issueSdJwt,
  showSdJwt,
  statusEntry,
  statusList,
  tokenStatusList,
} from './signing/index.ts';

/** A good credential of one format and the world in which it is valid. */
export type Sample = {
  name: string;
  content: JsonObject | string;
  documents: Documents;
  settings?: Partial<VerifySettings>;
};

/** The URL of the one skill that the samples name, besides those of the European form. */
export const skillUrl = 'https://skills.example/ladders';
const alignments = [{ name: 'Ladders', url: skillUrl, type: 'ceasn:Competency' }];
const order = { email: 'ada@example.org', alignments, validUntil: '2030-01-01T00:00:00Z' };

/** A good credential of every format, signed afresh, each with whatever its verification asks for. */
export async function issueSamples(): Promise<Sample[]> {
  return [...(await embedded()), ...(await tokens()), ...openBadges2(), ...(await others())];
}

async function embedded(): Promise<Sample[]> {
  const suites = ['eddsa-rdfc-2022', 'eddsa-jcs-2022', 'Ed25519Signature2020', 'ecdsa-rdfc-2019'] as const;
  const samples = suites.map(async (proof): Promise<Sample> => {
    const alg = proof.startsWith('ecdsa') ? 'ES256' : 'EdDSA';
    const issuer = createIssuer({ kind: 'did:web', alg, slug: proof.toLowerCase(), seed: 'samples' });
    const url = `${issuer.root}/status`;
    const status = statusEntry(url, 7);
    const lists = createIssuer({ kind: 'did:web', slug: 'lists', seed: 'samples' });
    await statusList({ ...lists, documents: issuer.documents }, { url, set: [3] });
    const listsDocument = [...lists.documents];
    for (const [address, document] of listsDocument) issuer.documents.set(address, document);
    return {
      name: `OB 3.0 ${proof}`,
      content: await issueOb3(issuer, { ...order, proof, status }),
      documents: issuer.documents,
    };
  });
  return [...(await Promise.all(samples)), await revealed()];
}

async function revealed(): Promise<Sample> {
  const issuer = createIssuer({ kind: 'did:web', alg: 'ES256', slug: 'sd', seed: 'samples' });
  const mandatory = ['/issuer', '/validFrom', '/validUntil', '/type'];
  const base = await issueOb3(issuer, { ...order, proof: 'ecdsa-sd-2023', mandatory });
  const content = await disclose(base, ['/credentialSubject', '/name']);
  return { name: 'OB 3.0 ecdsa-sd-2023', content, documents: issuer.documents };
}

async function tokens(): Promise<Sample[]> {
  const issuer = createIssuer({ kind: 'did:web', alg: 'ES256', slug: 'tokens', seed: 'samples' });
  const { documents } = issuer;
  const list = `${issuer.root}/token-status`;
  tokenStatusList(issuer, { url: list, set: { 1: 1 } });
  const held = issueSdJwt(issuer, {
    claims: { name: 'Ladder licence', status: { status_list: { idx: 4, uri: list } } },
    hidden: { email: 'ada@example.org', given_name: 'Ada' },
    payload: { exp: 1_900_000_000 },
  });
  const badge = issueJwt(issuer, { ...order, subjectId: 'did:example:ada' });
  return [
    { name: 'OB 3.0 JWT', content: issueJwt(issuer, order), documents },
    { name: 'OB 3.0 JWT with vc', content: issueJwt(issuer, { ...order, form: 'vc-claim' }), documents },
    { name: 'SD-JWT VC', content: showSdJwt(held), documents },
    {
      name: 'CLR 2.0 JWT',
      content: issueClrJwt(issuer, [badge], { subjectId: 'did:example:ada' }),
      documents,
    },
  ];
}

function openBadges2(): Sample[] {
  const hosted = createIssuer({ kind: 'https', alg: 'ES256', slug: 'hosted', seed: 'samples' });
  const signed = createIssuer({ kind: 'https', alg: 'ES256', slug: 'signed', seed: 'samples' });
  const wishes = { email: 'ada@example.org', alignments, expires: '2030-01-01T00:00:00Z' };
  return [
    { name: 'OB 2.0 hosted', content: issueOb2Hosted(hosted, wishes), documents: hosted.documents },
    { name: 'OB 2.0 signed', content: issueOb2Signed(signed, wishes), documents: signed.documents },
  ];
}

async function others(): Promise<Sample[]> {
  const school = createIssuer({ kind: 'did:web', slug: 'records', seed: 'samples' });
  const about = { subjectId: 'did:example:ada' };
  // Two issuers: what a part says of its own is then not said of the record's, in the graph that both share.
  const club = createIssuer({ kind: 'did:web', slug: 'club', seed: 'samples' });
  const held = await issueOb3(club, { ...order, ...about });
  const certificates = await Promise.all(
    ([2, 3] as const).map(async (version): Promise<Sample> => {
      const { document, documents, explorers } = await issueBlockcert({ version });
      const settings = { explorers: explorers.two };
      return { name: `Blockcerts ${version}`, content: document, documents, settings };
    }),
  );
  const settings = { sealRoots: [authority.pem] };
  return [
    {
      name: 'CLR 2.0',
      content: await issueClr(school, [held], about),
      documents: new Map([...school.documents, ...club.documents]),
    },
    ...certificates,
    { name: 'European Digital Credential', content: issueEdc(), documents: new Map(), settings },
  ];
}
