import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHits, markHits, readTerms, type SearchText } from '#server/matching/core/hits.ts';
import { runs } from './arbitraries.ts';

const shown = (text: string, words: string) =>
  markHits(text, readTerms(words))
    .map(({ text: piece, hit }) => (hit ? `[${piece}]` : piece))
    .join('');

describe('a search', () => {
  it('marks what it found, in capitals or not, inside words, with or without marks over letters', () => {
    expect(shown('Kubernetes in Practice', 'kube')).toBe('[Kube]rnetes in Practice');
    expect(shown('Advanced PostgreSQL', 'sql')).toBe('Advanced Postgre[SQL]');
    expect(shown('Nguyễn Thị Bảo Trân', 'nguyen tran')).toBe('[Nguyễn] Thị Bảo [Trân]');
    expect(shown('Nguyễn'.normalize('NFD'), 'nguyen')).toBe(`[${'Nguyễn'.normalize('NFD')}]`);
    expect(shown('機械学習エンジニア', '学習')).toBe('機械[学習]エンジニア');
    expect(shown('C++ and Node.js', 'c++ node.js')).toBe('[C++] and [Node.js]');
  });

  it('takes one or two letters for whole words', () => {
    expect(shown('R for researchers', 'r')).toBe('[R] for researchers');
    expect(shown('Google', 'go')).toBe('Google');
  });

  it('finds somebody when each word is in one of their texts, and says where', () => {
    const texts: SearchText[] = [
      { source: 'title', text: 'Container Operations' },
      { source: 'skill', text: 'Kubernetes' },
      { source: 'note', text: 'I ran clusters.' },
    ];
    expect(findHits(texts, readTerms('kubernetes clusters'))?.map((hit) => hit.source)).toEqual([
      'skill',
      'note',
    ]);
    expect(findHits(texts, readTerms('kubernetes nomad'))).toBeNull();
  });

  it('cuts a long text to what stands around the word', () => {
    const pieces = markHits(`${'before '.repeat(40)}needle${' after'.repeat(40)}`, ['needle']);
    const text = pieces.map((piece) => piece.text).join('');
    expect(text.length).toBeLessThan(200);
    expect(text).toMatch(/^….*needle.*…$/);
  });

  it('shows the words of the text and no others', () => {
    const texts = string({ unit: 'grapheme', maxLength: 300 });
    assert(
      property(texts, constantFrom('a', 'e ö', 'ß', 'İ', 'xyz', '%'), (text, words) => {
        for (const { text: piece } of markHits(text, readTerms(words)))
          expect(piece === '…' || text.includes(piece)).toBe(true);
      }),
      runs,
    );
  });
});
