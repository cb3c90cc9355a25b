import { describe, expect, it } from 'vitest';
import { readEnvironment } from '#server/platform/env.ts';

const enough = {
  DATABASE_URL: 'postgresql://assay@127.0.0.1:5432/assay',
  NEXTAUTH_URL: 'https://assay.example.org',
  NEXTAUTH_SECRET: 'x'.repeat(32),
};

describe('the environment', () => {
  it('needs three variables and has defaults for the rest', () => {
    expect(readEnvironment(enough)).toMatchObject({
      DEMO: false,
      TIME_ZONE: 'UTC',
      RECHECK_SECONDS: 3_600,
      ISSUER_HOST: 'issuers.assay.example',
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readEnvironment({ ...enough, TIME_ZONE: '', GITHUB_CLIENT_ID: '' }).TIME_ZONE).toBe('UTC');
  });

  it('reads lists, and has empty ones', () => {
    expect(readEnvironment(enough)).toMatchObject({ BLOCK_EXPLORERS: [], PLATFORM_PAGES: [] });
    const explorers =
      'btc:mainnet=https://a.example/api, eth:sepolia:etherscan=https://b.example/api?chainid=1';
    const { BLOCK_EXPLORERS, PLATFORM_PAGES } = readEnvironment({
      ...enough,
      BLOCK_EXPLORERS: explorers,
      PLATFORM_PAGES: 'edx, coursera',
    });
    expect([BLOCK_EXPLORERS, PLATFORM_PAGES]).toEqual([explorers.split(', '), ['edx', 'coursera']]);
  });

  it.each([
    [
      { BLOCK_EXPLORERS: 'https://a.example' },
      'BLOCK_EXPLORERS has a wrong value: expected addresses such as',
    ],
    [{ PLATFORM_PAGES: 'edx,myspace' }, 'PLATFORM_PAGES has a wrong value: expected names out of accredible'],
    [{ DATABASE_URL: undefined }, 'DATABASE_URL is not set: expected a postgresql:// address.'],
    [{ DATABASE_URL: 'mysql://x/y' }, 'DATABASE_URL has a wrong value: expected a postgresql:// address.'],
    [{ NEXTAUTH_SECRET: 'short' }, 'NEXTAUTH_SECRET has a wrong value: expected at least 32 characters'],
    [{ TIME_ZONE: 'Middle/Earth' }, 'TIME_ZONE has a wrong value: expected an IANA time zone'],
    [{ RECHECK_SECONDS: '1' }, 'RECHECK_SECONDS has a wrong value: expected a whole number from 5'],
    [{ DEMO: 'yes' }, 'DEMO has a wrong value: expected 0 or 1.'],
    [{ ISSUER_HOST: 'http://x' }, 'ISSUER_HOST has a wrong value: expected a host name'],
    [{ GITHUB_CLIENT_ID: 'a' }, 'GITHUB_CLIENT_SECRET is not set: expected together with GITHUB_CLIENT_ID.'],
    [{ LINKEDIN_CLIENT_SECRET: 'a' }, 'LINKEDIN_CLIENT_ID is not set: expected together with'],
    [
      { OIDC_ISSUER: 'https://id.example.org', OIDC_CLIENT_ID: 'a' },
      'OIDC_CLIENT_SECRET is not set: expected together with OIDC_ISSUER and OIDC_CLIENT_ID.',
    ],
  ])('stops at %j with the name and what was expected', (change, sentence) => {
    expect(() => readEnvironment({ ...enough, ...change })).toThrow(sentence);
  });

  it('names every wrong variable at once and repeats no value', () => {
    try {
      readEnvironment({ DATABASE_URL: 'mysql://user:hunter2@x/y', GOOGLE_CLIENT_ID: 'id' });
      expect.unreachable();
    } catch (error) {
      const { message } = error as Error;
      for (const name of ['DATABASE_URL', 'NEXTAUTH_URL', 'NEXTAUTH_SECRET', 'GOOGLE_CLIENT_SECRET'])
        expect(message).toContain(name);
      expect(message).not.toContain('hunter2');
    }
  });
});
