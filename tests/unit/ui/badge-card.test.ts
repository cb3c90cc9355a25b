/** The card for other people's pages: looks struck only when valid and bound, and is text whatever is in it. */
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { type BadgeCardData, drawBadgeCard, drawEmptyCard } from '#app/ui/proof/badge-card.ts';
import type { Bound, Verdict } from '#app/ui/proof/shapes.ts';

const verdicts: Verdict[] = ['valid', 'invalid', 'unknown'];
const bounds: Bound[] = ['yes', 'no', 'not-asked'];
const combinations = verdicts.flatMap((verdict) => bounds.map((bound) => ({ verdict, bound })));

const card = (wishes: Partial<BadgeCardData> = {}) =>
  drawBadgeCard({
    title: 'Relational Data, Examined',
    issuer: 'Quillon Data Guild',
    kind: 'certificate',
    verdict: 'valid',
    bound: 'yes',
    says: 'Valid on 23 Nov 2026',
    ...wishes,
  });

/** Names of elements and all text of a picture; throws when it is no XML. */
function read(svg: string): { names: string[]; text: string } {
  const names: string[] = [];
  let text = '';
  const parser = new SaxesParser();
  parser.on('opentag', ({ name }) => names.push(name));
  parser.on('text', (piece) => {
    if (names.at(-1) !== 'style') text += piece;
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(svg).close();
  return { names, text };
}

/** Both themes' colour of proof, its tint, the solid octagon and the cut frame. */
const struck = /#00605a|#7bd6c9|#dbf4f0|#14322f|M5 \.8h6|M9 1h/i;

describe('the card', () => {
  it.each(combinations)('of $verdict, bound $bound', ({ verdict, bound }) => {
    expect(struck.test(card({ verdict, bound }))).toBe(verdict === 'valid' && bound === 'yes');
  });

  it('looks different for each standing', () => {
    const looks = new Set(
      [
        card(),
        card({ bound: 'no' }),
        card({ verdict: 'unknown' }),
        card({ verdict: 'invalid' }),
        drawEmptyCard('Not shared'),
      ].map((svg) => svg.replace(/<text.*/s, '')),
    );
    expect(looks.size).toBe(5);
  });

  it('takes no look from its words', () => {
    const svg = card({ verdict: 'unknown', title: 'Valid', says: 'Valid on 23 Nov 2026' });
    expect(svg).not.toMatch(struck);
  });

  it('is 320 × 64 and says title, issuer and date', () => {
    const svg = card();
    expect(svg).toMatch(/^<svg [^>]*width="320" height="64"/);
    const { text } = read(svg);
    for (const words of ['Relational Data, Examined', 'Quillon Data Guild', 'Valid on 23 Nov 2026'])
      expect(text).toContain(words);
  });

  it('says nothing of any verdict when it is not shared', () => {
    expect(drawEmptyCard('Not shared')).not.toMatch(/#00605a|#a52520|#7d5210|#45536c/i);
  });
});

describe('hostile words on the card', () => {
  const hostile = [
    '</text><script>alert(1)</script>',
    '"/><image href="https://attacker.example/x.png"/>',
    '<!ENTITY a "b">&a;&#x0;',
    ']]><![CDATA[<foreignObject>',
    `null \u0000 bell \u0007 lone \uD800 end \uFFFF`,
    `right \u202E to left`,
  ];

  it.each(hostile)('stay text: %j', (words) => {
    for (const svg of [card({ title: words, issuer: words, says: words }), drawEmptyCard(words)]) {
      const { names } = read(svg);
      const own = ['svg', 'title', 'style', 'path', 'g', 'text', 'circle'];
      expect(names.filter((name) => !own.includes(name))).toEqual([]);
      for (const letter of ['\u0000', '\u0007', '\uD800 ', '\uFFFF']) expect(svg).not.toContain(letter);
    }
    expect(card({ title: words })).not.toContain('\u202E');
  });

  it('are cut where they would run over, in any script', () => {
    for (const title of ['W'.repeat(120), '資格'.repeat(60), 'شهادة '.repeat(30), '👩🏽‍🔬'.repeat(60)]) {
      const { text } = read(card({ title }).replace(/<title>.*<\/title>/, ''));
      expect(text).toContain('…');
      expect([...text].length).toBeLessThan(260);
    }
  });
});
