/** What is given out of a badge: filled in rightly, safe wherever it is pasted, and without a verdict that would age. */
import { describe, expect, it } from 'vitest';
import {
  embedOf,
  linkedInOf,
  markdownOf,
  type SharedBadge,
  signatureHtml,
  signatureText,
} from '#app/(candidate)/wallet/share/share-targets.ts';

const badge: SharedBadge = {
  id: '0191d3a0-0000-7000-8000-000000000001',
  title: 'Relational Data, Examined',
  issuer: 'Quillon Data Guild',
  issuedAt: new Date('2026-01-14T23:30:00Z'),
  validUntil: new Date('2027-12-01T00:00:00Z'),
  proof: 'https://assay.example/proof/a/b',
  card: 'https://assay.example/cards/a/b.svg',
};
const hostile = { ...badge, title: `"><script>alert(1)</script>](x) & 'Co'`, issuer: '![x](y) `z`' };
const lines = { name: 'Li <b>Wei', about: 'x & "y"', check: 'See', address: badge.proof };

describe('LinkedIn', () => {
  it('is filled in with name, issuer, dates, address and number', () => {
    const url = new URL(linkedInOf(badge));
    expect(url.origin + url.pathname).toBe('https://www.linkedin.com/profile/add');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      startTask: 'CERTIFICATION_NAME',
      name: badge.title,
      organizationName: badge.issuer,
      issueYear: '2026',
      issueMonth: '1',
      expirationYear: '2027',
      expirationMonth: '12',
      certUrl: badge.proof,
      certId: badge.id,
    });
  });

  it('leaves out dates that the issuer does not state', () => {
    const { searchParams } = new URL(linkedInOf({ ...badge, issuedAt: null, validUntil: null }));
    expect([...searchParams.keys()].filter((key) => /Year|Month/.test(key))).toEqual([]);
  });
});

describe('text that others keep', () => {
  it('says where to look, and never how the badge stands', () => {
    const kept = [markdownOf(badge), embedOf(badge), signatureHtml(lines, badge), signatureText(lines)];
    for (const text of kept) {
      expect(text).toContain('https://assay.example/');
      expect(text).not.toMatch(/\b(valid|verified|revoked)\b/i);
    }
  });

  it('keeps hostile words words', () => {
    expect(embedOf(hostile)).not.toContain('<script');
    expect(signatureHtml(lines, hostile)).not.toMatch(/<script|<b>Wei/);
    const markdown = markdownOf(hostile);
    const alt = markdown.slice(3, markdown.lastIndexOf('](https://assay.example/cards'));
    expect(alt.replace(/\\./g, '')).not.toMatch(/[[\]()<>`!]/);
    expect(markdown.endsWith(`(${badge.card})](${badge.proof})`)).toBe(true);
  });
});
