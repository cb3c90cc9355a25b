import { createElement as h } from 'react';
import { describe, expect, it } from 'vitest';
import { CredentialRow } from '#app/ui/proof/credential-row.tsx';
import { IssuerName, issuerPath } from '#app/ui/proof/issuer-name.tsx';
import { Resembles } from '#app/ui/proof/resembles.tsx';
import { render } from '#tests/support/render.tsx';

/*
 * Whose words a name is: a registry's stands as a name, the badge's own is said to be its own.
 */

type Named = { name: string; claimedName: string | null; recognised: boolean; inSentence?: boolean };
const show = (issuer: Named) => render(h(IssuerName, { ...issuer, href: issuerPath('did:web:a.example') }));

describe('an issuer', () => {
  it('recognised under the name it uses itself is just named', () => {
    const html = show({ name: 'Northfold', claimedName: 'Northfold', recognised: true });
    expect(html).toContain('<bdi>Northfold</bdi>');
    expect(html).not.toContain('calls itself');
    expect(html).not.toMatch(/unrecognised/i);
  });

  it('recognised under another name shows the registry’s, and its own in grey', () => {
    const html = show({ name: 'Northfold', claimedName: 'MIT', recognised: true });
    expect(html).toContain('<bdi>Northfold</bdi>');
    expect(html).toContain('<span class="quiet">calls itself “<bdi>MIT</bdi>”</span>');
  });

  it('unrecognised is called so, and its name is only what it calls itself', () => {
    const html = show({ name: 'MIT', claimedName: 'MIT', recognised: false });
    expect(html).toMatch(/^<a [^>]*>Unrecognised issuer<\/a>, <span/);
    expect(html).toContain('<span class="quiet">calls itself “<bdi>MIT</bdi>”</span>');
    expect(html.replace(/<span class="quiet">.*?<\/span>/, '')).not.toContain('MIT');
  });

  it('unrecognised is called so within a sentence, too', () => {
    const html = show({ name: 'MIT', claimedName: null, recognised: false, inSentence: true });
    expect(html.replace(/<[^>]*>/g, '')).toBe('an unrecognised issuer that calls itself “MIT”');
  });

  it('unrecognised with a famous name has no picture in a wallet row, but the initials of its domain', () => {
    const html = render(
      h(CredentialRow, {
        href: '/proof/1',
        title: 'Machine Learning',
        signed: true,
        issuer: { name: 'MIT', claimedName: 'MIT', recognised: false },
        kind: 'badge',
        verdict: 'valid',
        bound: 'yes',
        picture: { issuerHost: 'certify4all.example', recognised: false, src: '/logo.png' },
        skills: [],
      }),
    );
    expect(html).toContain('Unrecognised issuer');
    expect(html).not.toContain('<img');
    expect(html).toContain('ce</span>');
  });

  it.each(['name', 'host'] as const)(
    'that resembles another by its %s is flagged, with a link to that one',
    (by) => {
      const other = { by, id: 'did:web:b.example', name: 'Quillon' };
      const html = render(h(Resembles, { trust: { host: 'a.example', resembles: other } }));
      expect(html).toContain('which vouches for nothing here');
      expect(html).toContain('href="/issuer?id=did%3Aweb%3Ab.example"');
    },
  );

  it('that resembles nobody is not flagged', () => {
    expect(render(h(Resembles, { trust: { host: 'a.example', resembles: null } }))).toBe('');
  });

  it('whose address mixes scripts is shown as computers read it', () => {
    const resembles = { by: 'mixed-scripts', id: null, name: null } as const;
    expect(render(h(Resembles, { trust: { host: 'xn--a.example', resembles } }))).toContain('xn--a.example');
  });
});
