import { describe, expect, it } from 'vitest';
import { activeFilters, boardHref, readFilters } from '#app/(site)/jobs/(board)/filters.ts';

const address = '/jobs?q=keeper&place=Porto&skill=SQL&workplace=remote&from=40000&pay=1&sort=closing';
const read = (href: string) =>
  readFilters(Object.fromEntries(new URL(href, 'https://x.example').searchParams));

describe('the filters of the board', () => {
  it('stand in the address and come back from it', () => {
    const { filters, cursor } = read(`${address}&after=here`);
    expect(filters).toMatchObject({ place: 'Porto', skill: 'SQL', payFrom: 40_000, sort: 'closing' });
    expect(cursor).toBe('here');
    expect(boardHref(filters)).toBe(address);
  });

  it('take an amount as people write it, and nothing that is none', () => {
    const amount = (from: string) => readFilters({ from }).filters.payFrom;
    expect(['40 000', '40,000', '40.000', '40 000.00', "40'000"].map(amount)).toEqual(Array(5).fill(40_000));
    expect(['', '0', '-5', 'much', '1e9', '99999999999'].map(amount)).toEqual(Array(6).fill(null));
  });

  it('can each be dropped, which leaves the others and the order', () => {
    const { filters } = read(address);
    const ways = activeFilters(filters).map(({ key, without }) => [key, boardHref(without)]);
    expect(ways.map(([key]) => key)).toEqual(['q', 'place', 'skill', 'from', 'workplace-remote', 'pay']);
    expect(Object.fromEntries(ways).from).toBe(address.replace('from=40000&', ''));
    expect(Object.fromEntries(ways).place).toBe(address.replace('place=Porto&', ''));
  });

  it('ignore what they do not know', () => {
    expect(boardHref(readFilters({ sort: 'pay', workplace: 'moon', place: ' ' }).filters)).toBe('/jobs');
  });
});
