import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stake } from '#server/matching/core/stake.ts';
import {
  type NoticeSubject,
  newsOf,
  reminderWindows,
  wordNotice,
} from '#server/notifications/core/notices.ts';
import { writeMailHtml } from '#server/platform/mail-html.ts';

const day = 86_400_000;
const now = new Date('2026-11-23T12:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * day);

const subject: NoticeSubject = {
  title: 'Relational Data, Examined',
  issuerName: 'Quillon Data Guild',
  skills: ['Data modelling', 'SQL'],
  validUntil: inDays(29),
  lastGoodAt: inDays(-9),
  unreachableSince: inDays(-7),
  reason: null,
};

/** The reminder that an end asks for now, or null. */
function reminderFor(ends: Date) {
  const hits = reminderWindows(now).filter(({ from, to }) => ends > from && ends <= to);
  expect(hits.length).toBeLessThanOrEqual(1);
  return hits[0]?.kind ?? null;
}

describe('reminders', () => {
  it.each([
    [100, null],
    [90.01, null],
    [90, 'ends-90'],
    [31, 'ends-90'],
    [30, 'ends-30'],
    [29, 'ends-30'],
    [7.01, 'ends-30'],
    [7, 'ends-7'],
    [0.01, 'ends-7'],
    [0, null],
    [-1, null],
  ])('what ends in %d days asks for %s', (days, kind) => {
    expect(reminderFor(inDays(days))).toBe(kind);
  });

  it('any end within ninety days asks for exactly one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 * day }), (ms) => {
        expect(reminderFor(new Date(now.getTime() + ms))).not.toBeNull();
      }),
    );
  });
});

const nothing: Stake = { applications: 0, tenths: 0, evenly: true };

describe('the words of a notice', () => {
  const words = (
    kind: Parameters<typeof wordNotice>[0],
    change: Partial<NoticeSubject> = {},
    stake: Stake = nothing,
  ) => wordNotice(kind, { ...subject, ...change }, stake, now, 'UTC');

  it.each([
    [{ applications: 2, tenths: 150, evenly: true }, 'It carries 15 points in 2 open applications.'],
    [{ applications: 1, tenths: 10, evenly: true }, 'It carries 1 point in 1 open application.'],
    [{ applications: 3, tenths: 225, evenly: false }, 'It carries up to 22.5 points in 3 open applications.'],
  ])('say what hangs on it: %o', (stake, sentence) => {
    expect(words('ends-30', {}, stake).text).toContain(sentence);
    expect(words('revoked', {}, stake).text).toContain(sentence.replace('carries', 'carried'));
    expect(words('ends-30').text).not.toContain('carries');
    expect(newsOf('ends-30', subject, stake)).toMatchObject({ kind: 'credential-ends', ...stake });
  });

  it('what stands again asks nothing of anybody', () => {
    const { subject: news, text } = words('restored');
    expect(news).toBe('Relational Data, Examined counts again');
    expect(text).toContain('nothing you have to do');
  });

  it('news first: what ends, and when', () => {
    const { subject: news, text } = words('ends-30');
    expect(news).toBe('Relational Data, Examined ends in 29 days');
    expect(text).toContain('It ends on 22 Dec 2026. It proves Data modelling, SQL.');
    expect(text).toContain('Renew it with Quillon Data Guild');
    expect(text).toContain('You can switch these mails off in your profile');
    expect(words('ends-7', { validUntil: inDays(0.5) }).subject).toBe(
      'Relational Data, Examined ends within a day',
    );
  });

  it('a withdrawal, with the reason the issuer gave', () => {
    const { subject: news, text } = words('revoked', { reason: 'issued in error' });
    expect(news).toBe('Quillon Data Guild withdrew Relational Data, Examined');
    expect(text).toContain('Reason given: “issued in error”.');
    expect(words('suspended').subject).toBe('Quillon Data Guild put Relational Data, Examined on hold');
  });

  it('silence is no withdrawal, and says until when it stood', () => {
    const { text } = words('unreachable');
    expect(text).toContain('It was last verified on 14 Nov 2026. No answer since 16 Nov 2026.');
    expect(text).toContain('not held against you');
  });

  it('a long title is cut in the subject, not the news, and stands in full in the text', () => {
    const title = `Writing for Engineers: ${'Clear Reports and '.repeat(5)}Honest Charts`;
    const { subject: news, text } = words('unreachable', { title, issuerName: 'Collective '.repeat(9) });
    expect(news).toMatch(/^Writing for Engineers: .*… cannot be checked: Collective .*… does not answer$/);
    expect(news.length).toBeLessThan(140);
    expect(text.split('\n')[0]).toBe(title);
    expect(words('suspended').text).toContain('It proved Data modelling, SQL.');
  });

  it('nothing that an issuer writes becomes a second line, a header or a flood', () => {
    const hostile = fc
      .string({ unit: 'binary', maxLength: 400 })
      .map((text) => `${text}\r\nBcc: all@example.org\u2028`);
    fc.assert(
      fc.property(hostile, hostile, hostile, (title, issuerName, reason) => {
        const said = words('revoked', { title, issuerName, reason, skills: [title, issuerName] });
        expect(said.subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
        expect(said.subject.length).toBeLessThan(300);
        // The whole title stands on top where the subject has only its beginning.
        expect([3, 5]).toContain(said.text.split('\n').length);
        expect(said.text.length).toBeLessThan(1_800);
      }),
    );
  });
});

describe('a mail as HTML', () => {
  it('holds what the plain text holds, one link with its action, and the reason last', () => {
    const words = wordNotice('ends-30', subject, nothing, now, 'UTC');
    const html = writeMailHtml({ ...words, link: 'https://assay.example/proof/1/2?a=b&c=d' });
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(html).toContain('href="https://assay.example/proof/1/2?a=b&amp;c=d"');
    expect(html).toContain(`>${words.action}</a>`);
    expect(html.indexOf('You get this mail')).toBeGreaterThan(html.indexOf('</a>'));
    expect(html).not.toMatch(/<img|<script|url\(/);
  });

  it('never lets words of others become markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const hostile = `<img src=x onerror=alert(1)>"'${text}`;
        const mail = {
          subject: hostile,
          text: `${hostile}\n\nwhy`,
          link: `https://a.example/${hostile}`,
          action: hostile,
        };
        const html = writeMailHtml(mail);
        expect(html).not.toContain('<img');
        expect(html.match(/<a /g)).toHaveLength(1);
      }),
    );
  });
});
