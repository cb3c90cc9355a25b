import { describe, expect, it } from 'vitest';
import { makeLog, scrubText } from '#server/platform/log.ts';

const secrets = [
  'ada.lovelace@example.org',
  'sk-live-0123456789abcdef0123456789abcdef01234567',
  'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJkaWQ6a2V5OnoifQ.c2lnbmF0dXJl',
  'https://badges.example.org/assertions/42?token=s3cret',
  'postgresql://assay:hunter2@db.example.org/assay',
];

function logged(write: (log: ReturnType<typeof makeLog>) => void): string {
  const lines: string[] = [];
  write(makeLog('trace', (line) => lines.push(line)));
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
  return lines.join('\n');
}

describe('the log', () => {
  it.each(secrets)('takes %s out of a message, a field, a nested field, a list and an error', (secret) => {
    const text = logged((log) => {
      log.info(`before ${secret} after`);
      log.warn({ note: secret }, 'a field');
      log.warn({ a: { b: { c: `x (${secret})` } } }, 'deeper');
      log.warn({ list: [secret, `<${secret}>`] }, 'a list');
      log.error({ error: new Error(`refused "${secret}"`).stack }, 'a stack');
      log.error(new Error(`thrown for ${secret}`));
      log.error({ err: new Error(`wrapped for ${secret}`) }, 'an error object');
      log.error({ err: new Error(`alone for ${secret}`) });
      log.info('with %s placed', secret);
    });
    expect(text).not.toContain(secret);
    expect(text).not.toContain('hunter2');
    expect(text).not.toContain('s3cret');
  });

  it.each(['email', 'to', 'token', 'url', 'link', 'cookie', 'authorization', 'document', 'name', 'password'])(
    'removes what stands under %s, whatever it looks like',
    (field) => {
      const text = logged((log) => {
        log.info({ [field]: 'plain words' }, 'top');
        log.info({ person: { [field]: 'plain words' } }, 'one deep');
        log.info({ mail: { person: { [field]: 'plain words' } } }, 'two deep');
      });
      expect(text).not.toContain('plain words');
    },
  );

  it('leaves what helps to find a fault: ids, codes, counts, places in our files', () => {
    const id = '01900000-0000-7000-8000-000000000001';
    const text = logged((log) =>
      log.error(
        { credentialId: id, code: 'link.blocked', stack: 'at put (server/platform/storage.ts:42:7)' },
        'x',
      ),
    );
    for (const part of [id, 'link.blocked', 'server/platform/storage.ts:42:7']) expect(text).toContain(part);
  });

  it('shortens a text without end', () => {
    expect(scrubText('word '.repeat(100_000)).length).toBeLessThan(4_100);
  });
});
