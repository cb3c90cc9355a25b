/** A blockchain anchor is two lines: what anybody can compute, and what explorers confirmed (features V7). */
import { createElement as h } from 'react';
import { describe, expect, it } from 'vitest';
import { AnchorLines } from '#app/ui/proof/anchor-lines.tsx';
import type { AnchorLine } from '#app/ui/proof/shapes.ts';
import { render } from '#tests/support/render.tsx';

const anchor: AnchorLine = {
  chain: 'btc mainnet',
  transaction: 'ab'.repeat(32),
  offline: 'pass',
  onChain: 'unknown',
  detail: 'no block explorer is set up for btc mainnet',
  isDemo: false,
};

const lines = (change: Partial<AnchorLine> = {}) =>
  render(h(AnchorLines, { anchor: { ...anchor, ...change } }))
    .split('<li>')
    .slice(1);

describe('the anchor', () => {
  it('tells what is proven offline apart from what the chain says', () => {
    const [offline = '', onChain = '', ...others] = lines();
    expect(others).toEqual([]);
    expect(offline).toContain('Provable offline');
    expect(offline).toContain('aria-label="Passed"');
    expect(onChain).toContain('aria-label="Unknown"');
    for (const text of [anchor.chain, anchor.detail, String(anchor.transaction)])
      expect(onChain).toContain(text);
  });

  it('says that a test network is a demonstration, and that no network is nobody’s word', () => {
    expect(lines({ isDemo: true, onChain: 'pass' })[1]).toContain('a demonstration, which counts nothing');
    const [, none = ''] = lines({
      isDemo: true,
      chain: 'mocknet',
      transaction: null,
      onChain: 'not-applicable',
    });
    expect(none).toContain('anybody could have made it');
    expect(none).not.toContain('aria-label="Passed"');
  });
});
