import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskOf } from '#server/credentials/core/mask-holder.ts';

const alias = 'Candidate 4471';
const name = 'Wilhelmina Adaeze Okonkwo-Lindqvist';
const mask = maskOf([name, 'Mina Okonkwo'], alias);
const own = maskOf([name], alias, { contact: true });

describe('the mask of a person', () => {
  it.each([
    ['the whole name', `Issued to ${name} in May`, `Issued to ${alias} in May`],
    ['each part of it', 'Well done, Wilhelmina', `Well done, ${alias}`],
    ['whatever the case', 'WILHELMINA OKONKWO', `${alias} ${alias}`],
    ['every name that is known', 'Mina Okonkwo', alias],
    ['mail addresses', 'write to <w.o@oldmail.example>', 'write to <[address hidden]>'],
    ['nothing inside other words', 'Adaezeland, Minarets', 'Adaezeland, Minarets'],
  ])('takes out %s', (_what, text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it('knows names with and without their accents', () => {
    const thorunn = maskOf(['Þórunn Ásgeirsdóttir'], alias);
    expect(thorunn('for Thorunn Asgeirsdottir')).toBe(`for ${alias}`);
    expect(thorunn('for ÞÓRUNN ÁSGEIRSDÓTTIR')).toBe(`for ${alias}`);
    expect(maskOf(['Thorunn Asgeirsdottir'], alias)('Þórunn, well done')).toBe(`${alias}, well done`);
  });

  it('knows names in other scripts, and short ones as a whole', () => {
    expect(maskOf(['王秀英'], alias)('颁发给 王秀英')).toBe(`颁发给 ${alias}`);
    expect(maskOf(['Li Wei'], alias)('Li Wei, Lisbon')).toBe(`${alias}, Lisbon`);
  });

  it('takes web addresses and telephone numbers out of what people write themselves', () => {
    expect(own('See https://wilhelmina.example/me or call +351 912 345 678, from 2026')).toBe(
      'See [address hidden] or call [number hidden], from 2026',
    );
    expect(mask('Criteria: https://guild.example/sql')).toBe('Criteria: https://guild.example/sql');
  });

  it('leaves nothing of a name, wherever it stands', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const masked = mask(`${before} ${name} ${after}`);
        expect(masked.toLowerCase()).not.toContain('okonkwo-lindqvist');
      }),
    );
  });
});
