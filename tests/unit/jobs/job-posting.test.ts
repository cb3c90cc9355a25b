import { createElement as h } from 'react';
import { describe, expect, it } from 'vitest';
import { toJobPosting } from '#app/(site)/jobs/[jobId]/job-posting.ts';
import { PostingData } from '#app/(site)/jobs/[jobId]/posting-data.tsx';
import type { PublicJobOutput } from '#server/jobs/schemas.ts';
import { render } from '#tests/support/render.tsx';

const job: PublicJobOutput = {
  id: '01a217ff-64e7-73a8-a82b-80ce84b037eb',
  reference: 'FEC-0001',
  title: 'Machine learning engineer',
  description: 'You forecast.\n\nAt noon & later\nit is <b>traded</b>.',
  workplace: 'hybrid',
  place: 'Fernhollow',
  contract: 'permanent',
  payMin: 52_000,
  payMax: 68_000,
  payCurrency: 'EUR',
  payPeriod: 'year',
  degreeNeeded: false,
  namesHiddenUntil: null,
  queueGate: 'every-must',
  publishedAt: new Date('2026-10-31T09:00:00Z'),
  validThrough: new Date('2026-12-21T23:59:59Z'),
  employer: {
    slug: 'fernhollow',
    name: 'Fernhollow Energy',
    website: 'https://fernhollow.example',
    answerDays: 10,
  },
  requirements: [],
  open: true,
};

describe('the posting for search engines', () => {
  it('has what they require, as schema.org spells it', () => {
    expect(toJobPosting(job)).toMatchObject({
      '@type': 'JobPosting',
      description: '<p>You forecast.</p>\n<p>At noon &amp; later\nit is &lt;b&gt;traded&lt;/b&gt;.</p>',
      datePosted: '2026-10-31T09:00:00.000Z',
      validThrough: '2026-12-21T23:59:59.000Z',
      employmentType: 'FULL_TIME',
      jobLocation: { address: { addressLocality: 'Fernhollow' } },
      baseSalary: { currency: 'EUR', value: { minValue: 52_000, maxValue: 68_000, unitText: 'YEAR' } },
      identifier: { name: 'Fernhollow Energy', value: 'FEC-0001' },
    });
  });

  it('says that no degree is needed, and says otherwise only where one is', () => {
    expect(toJobPosting(job).educationRequirements).toBe('no requirements');
    expect(toJobPosting({ ...job, degreeNeeded: true }).educationRequirements).toMatch(
      /^A degree is required/,
    );
  });

  it('states no pay and no place that the employer did not state', () => {
    const bare = toJobPosting({ ...job, payMin: null, payMax: null, workplace: 'remote' });
    expect(bare.baseSalary).toBeUndefined();
    expect(bare.jobLocation).toBeUndefined();
    expect(bare.jobLocationType).toBe('TELECOMMUTE');
  });

  it('has the marks of the text as elements, and nothing that runs or is fetched', () => {
    const description = [
      '## Your work\n\n- own the **forecast**\n- <img src=x onerror=alert(1)>',
      '[here](javascript:alert(1)) ![](https://tracker.example/x.png)',
      '<script>alert(1)</script>',
    ].join('\n\n');
    const html = String(toJobPosting({ ...job, description }).description);
    expect(html).toContain('<h2>Your work</h2>\n<ul>\n<li>own the <strong>forecast</strong></li>');
    expect(html).toContain('&lt;script&gt;');
    expect(html).toContain('<a href="">here</a>');
    const elements = [...html.matchAll(/<([a-z0-9]+)/g)].map(({ 1: name }) => name);
    expect(new Set(elements)).toEqual(new Set(['h2', 'ul', 'li', 'strong', 'p', 'a']));
    expect(html).not.toMatch(/tracker|javascript/);
  });

  it('takes a title as it is, marks and all', () => {
    const bare = toJobPosting({ ...job, description: '', title: '# of *stars*' });
    expect(bare.description).toBe('<p># of *stars*</p>');
  });

  it('says its title where there is no text, and promises nothing about applying', () => {
    const bare = toJobPosting({ ...job, description: ' \n', title: 'Maker & mender' });
    expect(bare.description).toBe('<p>Maker &amp; mender</p>');
    // One may have to sign in first, so that it is no direct application.
    expect(bare).not.toHaveProperty('directApply');
  });

  it('cannot be left by anything that an employer writes', () => {
    const html = render(h(PostingData, { job: { ...job, title: '</script><script>alert(1)</script>' } }));
    expect(html.match(/<\/?script/g)).toHaveLength(2);
    const text = html.replace(/^<script[^>]*>|<\/script>$/g, '');
    expect(JSON.parse(text).title).toBe('</script><script>alert(1)</script>');
  });
});
