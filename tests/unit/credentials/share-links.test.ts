import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { FetchPort } from '#server/credentials/core/fetch-port.ts';
import type { JsonObject } from '#server/credentials/core/json.ts';
import { linkPlatforms, recogniseLink } from '#server/credentials/gather/links/recognise-link.ts';
import { verifyDocument } from '#server/credentials/verify-document.ts';
import { checkUrl } from '#server/platform/fetch.ts';
import { createIssuer, didDocument, issueOb3 } from '#tests/support/signing/index.ts';
import { clock } from '#tests/support/signing/verify.ts';

/*
 * Share links (verification.md §2.15). Answers are recorded in the form described there; the people, badges and keys in
 * them are made up, and what is signed is really signed.
 */

type Answer = { status?: number; body: JsonObject | string; finalUrl?: string };
type World = Record<string, Answer>;

const id = '0b4f9a4e-4b0f-4d8e-9d61-7f6f0c1a2b3c';
const ada = 'ada@example.org';

function ask(link: string, world: World, emails: string[] = []) {
  const asked: string[] = [];
  const fetch: FetchPort = async (url) => {
    const checked = checkUrl(url);
    if (!checked.ok) return { ok: false, reason: 'blocked', detail: checked.detail };
    asked.push(url);
    const answer = world[url];
    if (!answer) return { ok: false, reason: 'unreachable', detail: 'connection refused' };
    const { body, status = 200, finalUrl = url } = answer;
    const bytes = new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body));
    const fetchedAt = clock.toISOString();
    return { ok: true, url: finalUrl, status, contentType: 'application/json', body: bytes, fetchedAt };
  };
  const resolver = { byUri: () => null, byLabel: () => [] };
  const report = verifyDocument(new TextEncoder().encode(link), { fetch, now: clock, resolver, emails });
  return report.then((found) => ({ report: found, asked }));
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** A hosted assertion of a platform with its class and issuer, as Credly spells it: no salt, `hosted` in small letters. */
function hostedWorld(api: string, assertion: string, wishes: JsonObject = {}): World {
  const badge = `${api}/badge_classes/1`;
  const issuer = `${api}/issuers/1`;
  const context = 'https://w3id.org/openbadges/v2';
  return {
    [assertion]: {
      body: {
        '@context': context,
        id: assertion,
        type: 'Assertion',
        uid: id,
        recipient: { type: 'email', hashed: true, identity: `sha256$${sha256(ada)}` },
        issuedOn: '2026-01-12T00:00:00.000Z',
        badge,
        verify: { type: 'hosted', url: assertion },
        ...wishes,
      },
    },
    [badge]: {
      body: {
        '@context': context,
        id: badge,
        type: 'BadgeClass',
        name: 'Cloud Foundations',
        description: 'Knows the foundations.',
        image: `${api}/images/1`,
        criteria: { narrative: 'An exam.' },
        tags: ['Cloud'],
        issuer,
      },
    },
    [issuer]: {
      body: {
        '@context': context,
        id: issuer,
        type: 'Profile',
        name: 'Cloud Co',
        url: 'https://cloud.example',
        email: 'a@cloud.example',
      },
    },
  };
}

const credlyOb2 = `https://api.credly.com/v1/obi/v2/badge_assertions/${id}`;
const credlyOb3 = `https://www.credly.com/api/v1/obi/v3/open_badge_credentials/${id}`;
const credlyWorld = (wishes?: JsonObject): World => ({
  ...hostedWorld('https://api.credly.com/v1/obi/v2', credlyOb2, wishes),
  [credlyOb3]: { status: 404, body: { message: 'not found' } },
});

/** Credly's issuers are did:web documents below its own host. */
async function credlySigned(wishes: JsonObject = {}): Promise<World> {
  const issuer = createIssuer({ kind: 'did:web', host: 'www.credly.com', slug: 'issuer', seed: 'credly' });
  const badge = await issueOb3(issuer, { email: ada, id: credlyOb3 });
  return {
    [credlyOb3]: { body: { ...badge, ...wishes } },
    [`${issuer.root}/did.json`]: { body: didDocument(issuer) },
  };
}

describe('a Credly link', () => {
  it.each([
    `https://www.credly.com/badges/${id}`,
    `https://www.credly.com/badges/${id}/public_url`,
    `https://www.credly.com/badges/${id}/linked_in_profile`,
    `http://credly.com/badges/${id.toUpperCase()}?source=linked_in#top`,
    `https://www.youracclaim.com/badges/${id}/`,
  ])('%s leads to the assertion that the issuer keeps', async (link) => {
    const { report, asked } = await ask(link, credlyWorld(), [ada]);
    expect(report).toMatchObject({
      verdict: 'valid',
      bound: 'yes',
      format: 'ob2-hosted',
      credential: { title: 'Cloud Foundations' },
    });
    expect(asked).not.toContain(link);
  });

  it('takes the signed badge where there is one', async () => {
    const { report, asked } = await ask(`https://www.credly.com/badges/${id}`, await credlySigned(), [ada]);
    expect(report).toMatchObject({ verdict: 'valid', bound: 'yes', format: 'ob3' });
    expect(asked[0]).toBe(credlyOb3);
  });

  it('of the short kind is followed to the badge it leads to, on the same platform only', async () => {
    const short = 'https://www.credly.com/go/Ab3Cd5';
    const page = { body: '<html>', finalUrl: `https://www.credly.com/badges/${id}/public_url` };
    expect((await ask(short, { ...credlyWorld(), [short]: page })).report.verdict).toBe('valid');
    for (const finalUrl of [
      'https://www.credly.com/users/ada',
      'https://badgr.com/public/assertions/abcdefgh12',
      short,
    ]) {
      const { report } = await ask(short, { ...credlyWorld(), [short]: { body: '<html>', finalUrl } });
      expect(report).toMatchObject({ verdict: 'unknown', code: 'layout-changed' });
    }
  });

  it('of a private badge is unknown', async () => {
    const closed = { status: 403, body: { message: 'private' } };
    const { report } = await ask(`https://www.credly.com/badges/${id}`, {
      [credlyOb2]: closed,
      [credlyOb3]: closed,
    });
    expect(report).toMatchObject({ verdict: 'unknown', code: 'issuer-unresolvable', credential: null });
  });

  it('of a withdrawn badge is revoked', async () => {
    const gone = {
      status: 410,
      body: { '@context': 'https://w3id.org/openbadges/v2', type: 'Assertion', id: credlyOb2, revoked: true },
    };
    const { report } = await ask(`https://www.credly.com/badges/${id}`, {
      ...credlyWorld(),
      [credlyOb2]: gone,
    });
    expect(report).toMatchObject({ verdict: 'invalid', code: 'revoked' });
  });

  it('keeps to the identifier of the link, on the hosts of the platform', async () => {
    const link = `https://www.credly.com/badges/${id}`;
    const other = credlyOb2.replace('0b4f', '1111');
    for (const wrong of [
      other,
      `https://attacker.example/${id}`,
      `https://api.credly.com.attacker.example/${id}`,
      `http://api.credly.com/${id}`,
    ]) {
      const { report } = await ask(link, credlyWorld({ id: wrong }));
      expect(report).toMatchObject({ verdict: 'unknown', code: 'layout-changed' });
    }
  });

  it('whose signed badge was changed is no better than the file itself', async () => {
    const world = await credlySigned({ name: 'Something else' });
    const { report } = await ask(`https://www.credly.com/badges/${id}`, world);
    expect(report).toMatchObject({ verdict: 'invalid', code: 'signature' });
  });
});

describe('a Canvas Credentials link', () => {
  const badge = 'Q3xGm1z0QdK0S2b7Tn9LwA';
  it.each([
    ['badgr.com', 'api.badgr.io'],
    ['badgr.io', 'api.badgr.io'],
    ['api.badgr.io', 'api.badgr.io'],
    ['eu.badgr.com', 'api.eu.badgr.io'],
    ['au.badgr.com', 'api.au.badgr.io'],
    ['ca.badgr.io', 'api.ca.badgr.io'],
    ['sg.badgr.com', 'api.sg.badgr.io'],
    ['badges.parchment.com', 'api.badges.parchment.com'],
    ['badges.parchment.eu', 'api.badges.parchment.eu'],
  ])('of %s is answered by %s, its own region', async (host, api) => {
    const assertion = `https://${api}/public/assertions/${badge}`;
    const world = hostedWorld(`https://${api}/public`, assertion);
    world[`${assertion}.json?v=2_0`] = world[assertion] as Answer;
    const link = `https://${host}/public/assertions/${badge}?identity__email=mallory%40example.org`;
    const { report, asked } = await ask(link, world, ['mallory@example.org']);
    // Whom the link names is its sharer's word: the badge is Ada's.
    expect(report).toMatchObject({ verdict: 'valid', bound: 'no', format: 'ob2-hosted' });
    expect(asked.every((url) => new URL(url).host === api && !url.includes('mallory'))).toBe(true);
    expect((await ask(link, world, [ada])).report.bound).toBe('yes');
  });
});

describe('an answer in a form that nobody has seen', () => {
  const link = `https://www.credly.com/badges/${id}`;
  it.each<[string, JsonObject | string]>([
    ['a web page', '<!doctype html><title>Credly</title>'],
    ['another envelope', { data: { badge: {} } }],
    [
      'an assertion without a recipient',
      { id: credlyOb2, type: 'Assertion', badge: 'https://x.example', issuedOn: '2026-01-01' },
    ],
    ['a list', '[]'],
    ['nothing', ''],
    ['a name twice', '{"id":1,"id":2}'],
  ])('is unknown, never a pass: %s', async (_what, body) => {
    for (const url of [credlyOb2, credlyOb3]) {
      const { report } = await ask(link, { [credlyOb3]: { status: 404, body: '' }, [url]: { body } });
      expect(report).toMatchObject({ verdict: 'unknown', code: 'layout-changed', credential: null });
      expect(report.findings[0]).toMatchObject({ detail: 'Credly', source: url });
    }
  });
});

describe('the table of platforms', () => {
  it.each([
    'https://www.credly.com.attacker.example/badges/0b4f9a4e-4b0f-4d8e-9d61-7f6f0c1a2b3c',
    'https://attacker.example/https://www.credly.com/badges/0b4f9a4e-4b0f-4d8e-9d61-7f6f0c1a2b3c',
    'https://www.credly.com@attacker.example/badges/0b4f9a4e-4b0f-4d8e-9d61-7f6f0c1a2b3c',
    'https://www.credly.com:8443/badges/0b4f9a4e-4b0f-4d8e-9d61-7f6f0c1a2b3c',
    'https://www.credly.com/badges/../../admin',
    'https://www.credly.com/badges/0b4f9a4e',
    'https://badgr.com/public/assertions/../issuers/abcdefgh',
    'https://constructor/public/assertions/abcdefgh12',
    'https://api.accredible.com/12345678',
    'https://evil.credential.net/12345678',
    'ftp://www.credly.com/badges/0b4f9a4e-4b0f-4d8e-9d61-7f6f0c1a2b3c',
    'javascript:alert(1)',
    'not an address',
    `https://www.credly.com/badges/${'a'.repeat(3_000)}`,
  ])('knows nothing of %s', (link) => {
    expect(recogniseLink(link)).toBeNull();
  });

  it('has a name for each, once', () => {
    const names = linkPlatforms.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
