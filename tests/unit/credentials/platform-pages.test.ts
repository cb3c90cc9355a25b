import { describe, expect, it } from 'vitest';
import type { FetchPort } from '#server/credentials/core/fetch-port.ts';
import { tierRules } from '#server/credentials/core/tier.ts';
import { recogniseLink } from '#server/credentials/gather/links/recognise-link.ts';
import { verifyDocument } from '#server/credentials/verify-document.ts';
import { platformNames } from '#server/platform/env.ts';
import { clock } from '#tests/support/signing/verify.ts';

/* Certificates that only a page shows (verification.md §2.15). The pages are made in the shape described there. */

type Answer = { status?: number; body: string };

async function look(link: string, answers: Record<string, Answer>, platformPages: string[] = platformNames) {
  const asked: string[] = [];
  const fetch: FetchPort = async (url) => {
    asked.push(url);
    const answer = answers[url];
    if (!answer) return { ok: false, reason: 'unreachable', detail: 'connection refused' };
    const body = new TextEncoder().encode(answer.body);
    return {
      ok: true,
      url,
      status: answer.status ?? 200,
      contentType: '',
      body,
      fetchedAt: clock.toISOString(),
    };
  };
  const report = await verifyDocument(new TextEncoder().encode(link), {
    fetch,
    now: clock,
    emails: ['ada@example.org'],
    resolver: { byUri: () => null, byLabel: () => [{ key: 1, label: 'SQL', confidence: 1 }] as never },
    settings: { explorers: [], sealRoots: [], platformPages },
  });
  return { report, asked };
}

const courseraLink = 'https://www.coursera.org/account/accomplishments/verify/AB12CD34EF56';
const courseraPage = (fields: Record<string, unknown> = {}) =>
  `<!doctype html><html><head><title>Coursera</title><meta property="og:title" content="Data &amp; SQL"></head><body><script>window.__STATE__ = ${JSON.stringify(
    {
      certificate: {
        firstName: 'Ada',
        lastName: 'Quist',
        courseId: 'c0ffee',
        certificateCode: 'AB12CD34EF56',
        grantedAt: 1_767_225_600_000,
        ...fields,
      },
    },
  )};</script></body></html>`;

const edxId = '0a1b2c3d4e5f60718293a4b5c6d7e8f9';
const edxLink = `https://courses.edx.org/certificates/${edxId}`;
const edxPage = [
  '<title>GTx ISYE1x Certificate | edX</title>',
  '<div class="wrapper-accomplishment-title verified">',
  '<strong class="accomplishment-recipient">Ada Quist</strong>',
  '<span class="accomplishment-course-org">GTx</span>',
  '<span class="accomplishment-course-name">Introduction to Analytics</span>',
  '<span class="copy-micro emphasized">Issued January 6, 2026</span>',
  `<a href="https://courses.edx.org/certificates/${edxId}">${edxId}</a>`,
].join('\r\n');

const learnLink = 'https://learn.microsoft.com/en-us/users/adaquist/transcript/d8k2lab5cpmx3yz';
const learnUrl = 'https://learn.microsoft.com/api/profiles/transcript/share/d8k2lab5cpmx3yz?locale=en-us';
const learnAnswer = {
  userName: 'Ada Quist',
  contactEmail: 'secret@example.org',
  mcid: '991122334',
  certificationData: {
    legalName: 'Ada Maria Quist',
    activeCertifications: [
      {
        name: 'Azure Fundamentals',
        certificationNumber: 'H1',
        status: 'Active',
        dateEarned: '2025-03-01T00:00:00Z',
      },
      {
        name: 'Azure Administrator',
        certificationNumber: 'H2',
        status: 'Active',
        dateEarned: '2026-02-01T00:00:00Z',
      },
    ],
    passedExams: [],
  },
};

const accredibleLink = 'https://www.credential.net/12345678';
const accredibleUrl = 'https://api.accredible.com/v1/credential-net/credentials/12345678';
const accredibleAnswer = {
  credential: {
    name: 'Project Leadership',
    description: 'Led a project.',
    issued_on: '2026-01-05',
    expired_on: null,
    private: false,
    issuer: { name: 'Harbour School' },
    recipient: { name: 'Ada Quist', email: 'secret@example.org' },
  },
};

const readable: [
  platform: string,
  link: string,
  url: string,
  body: string,
  title: string,
  holder: string | null,
][] = [
  ['Coursera', courseraLink, courseraLink, courseraPage(), 'Data & SQL', 'Ada Quist'],
  ['edX', edxLink, edxLink, edxPage, 'Introduction to Analytics', 'Ada Quist'],
  [
    'Microsoft Learn',
    learnLink,
    learnUrl,
    JSON.stringify(learnAnswer),
    'Azure Fundamentals, Azure Administrator',
    null,
  ],
  [
    'Accredible',
    accredibleLink,
    accredibleUrl,
    JSON.stringify(accredibleAnswer),
    'Project Leadership',
    'Ada Quist',
  ],
];

const linkOnly: [platform: string, link: string][] = [
  ['Udemy', 'https://www.udemy.com/certificate/UC-1A2B3C4D/'],
  ['Udemy', 'https://udemy.com/certificate/UC-0b4f9a4e-4b0f-4d8e-9d61-7f6f0c1a2b3c/'],
  ['LinkedIn Learning', `https://www.linkedin.com/learning/certificates/${'ab'.repeat(32)}?trk=share`],
  ['Coursera', `https://coursera.org/share/${'ab'.repeat(16)}`],
];

const everyLink = [...readable.map(([platform, link]) => [platform, link] as [string, string]), ...linkOnly];

describe('as long as the operator did not allow it', () => {
  it.each(everyLink)('a page of %s is linked and never asked for', async (platform, link) => {
    const { report, asked } = await look(link, {}, []);
    expect(asked).toEqual([]);
    expect(report).toMatchObject({
      format: 'platform-page',
      container: 'link',
      verdict: 'unknown',
      code: 'platform-page',
      bound: 'no',
      skills: [],
      tier: { level: 0, rule: 'not-signed' },
      credential: { kind: 'certificate', signed: false, page: { platform, readAt: null, hash: null } },
    });
    expect(report.credential?.page?.url).toMatch(/^https:\/\/[a-z.]+\/[^?#]+$/);
  });

  it('one platform that is allowed opens no other', async () => {
    expect((await look(edxLink, {}, ['coursera'])).asked).toEqual([]);
    expect((await look(edxLink, {}, ['edx'])).asked).toEqual([edxLink]);
  });
});

describe('where the operator allowed it', () => {
  it.each(readable)(
    'a page of %s says who, what and when, and proves nothing',
    async (platform, link, url, body, title, holder) => {
      const { report, asked } = await look(link, { [url]: { body } });
      expect(asked).toEqual([url]);
      expect(report).toMatchObject({
        verdict: 'unknown',
        code: 'platform-page',
        // The name is the account's own, and still no proof.
        bound: 'no',
        skills: [],
        tier: { rule: 'platform-page' },
        credential: {
          title,
          signed: false,
          kind: 'certificate',
          recipient: holder ? { type: 'name', value: holder } : null,
        },
      });
      expect(report.tier.level).toBeLessThanOrEqual(2);
      expect(report.credential?.issuedAt).toMatch(/^20\d\d-/);
      expect(report.credential?.page).toMatchObject({ platform, readAt: clock.toISOString() });
      expect(report.credential?.page?.hash).toMatch(/^[0-9a-f]{64}$/);
      // Nothing else of the page is kept.
      expect(JSON.stringify(report)).not.toMatch(/secret@|991122334|Maria|__STATE__|Led a project/);
    },
  );

  it.each(linkOnly)('a page of %s stays a link, since no program can read it', async (_platform, link) => {
    expect((await look(link, {})).asked).toEqual([]);
  });

  it('the same certificate stays the same, however its page reads and its link is spelled', async () => {
    const [off, on, again] = await Promise.all([
      look(courseraLink, {}, []),
      look(courseraLink, { [courseraLink]: { body: courseraPage() } }),
      look('http://coursera.org/account/accomplishments/verify/ab12cd34ef56?utm=x#y', {}, []),
    ]);
    const hashes = [off, on, again].map(({ report }) => report.payloadHash);
    expect(new Set(hashes).size).toBe(1);
    const other = await look(courseraLink.replace('AB12', 'ZZ12'), {}, []);
    expect(other.report.payloadHash).not.toBe(hashes[0]);
  });

  it('a page that does not answer leaves what was stated', async () => {
    for (const answers of [{}, { [edxLink]: { status: 404, body: 'no such page' } }]) {
      const { report } = await look(edxLink, answers);
      expect(report).toMatchObject({ verdict: 'unknown', code: 'platform-page', tier: { level: 0 } });
      expect(report.credential).toMatchObject({ title: 'Certificate on edX', page: { readAt: null } });
    }
  });

  const twice = courseraPage().replace('</body>', '<script>{"firstName":"Mallory"}</script></body>');
  it.each<[string, string, string, string]>([
    ['without a name', courseraLink, courseraLink, courseraPage({ firstName: undefined })],
    ['with two names', courseraLink, courseraLink, twice],
    [
      'about another certificate',
      courseraLink,
      courseraLink,
      courseraPage({ certificateCode: 'ZZ99ZZ99ZZ99' }),
    ],
    ['with a date that is none', courseraLink, courseraLink, courseraPage({ grantedAt: 'soon' })],
    ['that asks for a sign-in', courseraLink, courseraLink, '<html>Log in</html>'],
    ['without a date', edxLink, edxLink, edxPage.replace('Issued', 'Given')],
    ['about another certificate', edxLink, edxLink, edxPage.replaceAll(edxId, 'f'.repeat(32))],
    ['with two holders', edxLink, edxLink, `${edxPage}<b class="accomplishment-recipient">Mallory</b>`],
    ['that is another JSON', learnLink, learnUrl, '{"certificationData":{"certs":[]}}'],
    ['that is no JSON', learnLink, learnUrl, '<html>'],
    ['with nothing earned', learnLink, learnUrl, '{"certificationData":{"activeCertifications":[]}}'],
    [
      'that is private',
      accredibleLink,
      accredibleUrl,
      JSON.stringify({ credential: { ...accredibleAnswer.credential, private: true } }),
    ],
    ['that is empty', accredibleLink, accredibleUrl, ''],
  ])('a page %s is unknown and told as a changed layout: %s', async (_what, link, url, body) => {
    const { report } = await look(link, { [url]: { body } });
    expect(report).toMatchObject({ verdict: 'unknown', code: 'layout-changed', tier: { level: 0 } });
    expect(report.findings.map(({ code }) => code)).toEqual(['layout-changed', 'platform-page']);
    // Its address tells whose page it is, so that it stands in no line that others may see.
    expect(report.findings[0]).toMatchObject({ detail: recogniseLink(link)?.platform });
    expect(report.checks.map(({ source }) => source).join()).not.toContain('http');
  });

  it('a certificate whose page says that it ended is expired', async () => {
    const ended = { credential: { ...accredibleAnswer.credential, expired_on: '2026-06-01' } };
    const { report } = await look(accredibleLink, { [accredibleUrl]: { body: JSON.stringify(ended) } });
    expect(report).toMatchObject({
      verdict: 'invalid',
      code: 'expired',
      tier: { level: 0, rule: 'not-standing' },
    });
  });

  it('words of a page arrive as text, shortened', async () => {
    const name = `<img src=x onerror=alert(1)>${'x'.repeat(5_000)}`;
    const hostile = { credential: { ...accredibleAnswer.credential, name } };
    const { report } = await look(accredibleLink, { [accredibleUrl]: { body: JSON.stringify(hostile) } });
    expect(report.credential?.title).toHaveLength(300);
  });
});

describe('the switch', () => {
  it('names exactly the platforms that there is a reader for', () => {
    const withReader = everyLink.flatMap(([, link]) => {
      const target = recogniseLink(link);
      return target?.kind === 'page' && target.reader ? [target.id] : [];
    });
    expect([...new Set(withReader)].sort()).toEqual([...platformNames].sort());
  });

  it('gives no more than tier 2', () => {
    expect(tierRules.find(({ id }) => id === 'platform-page')?.level).toBeLessThanOrEqual(2);
  });
});
