import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCommand, readPlaywright, readVitest, summarise } from '../../tools/checks/report.mjs';

const folder = mkdtempSync(join(tmpdir(), 'assay-report-'));
afterAll(() => rmSync(folder, { recursive: true }));

function save(report: unknown): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(report));
  return path;
}

const good = { code: 0, output: '' };
const bad = { code: 1, output: 'some last words' };

function vitestReport(passed: number, files: unknown[]) {
  return { numPassedTests: passed, numPendingTests: 1, numTodoTests: 0, success: true, testResults: files };
}

describe('the report of vitest', () => {
  it('counts what passed and what was skipped', () => {
    expect(readVitest(save(vitestReport(3, [])), good)).toMatchObject({ passed: 3, failed: 0, skipped: 1 });
  });

  it('with a file that did not load is a failure', () => {
    const file = { name: 'a.test.ts', status: 'failed', message: 'no such module', assertionResults: [] };
    expect(readVitest(save(vitestReport(3, [file])), bad)).toMatchObject({
      failed: 1,
      faults: ['a.test.ts\nno such module'],
    });
  });

  it('names each failed test', () => {
    const test = { status: 'failed', fullName: 'a thing works', failureMessages: ['expected 1'] };
    const file = { name: 'a.test.ts', status: 'failed', assertionResults: [test] };
    expect(readVitest(save(vitestReport(3, [file])), bad)).toMatchObject({
      passed: 3,
      failed: 1,
      faults: ['a.test.ts\na thing works\nexpected 1'],
    });
  });

  it('without any test is a failure', () => {
    expect(readVitest(save(vitestReport(0, [])), good)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('that looks good beside a bad exit is a failure', () => {
    expect(readVitest(save(vitestReport(3, [])), bad)).toMatchObject({ passed: 3, failed: 1 });
  });

  it('that was never written is a failure', () => {
    expect(readVitest(join(folder, 'none.json'), good)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('the report of Playwright', () => {
  const stats = { expected: 2, unexpected: 0, skipped: 0, flaky: 0 };

  it('counts what passed', () => {
    expect(readPlaywright(save({ stats, errors: [], suites: [] }), good)).toMatchObject({
      passed: 2,
      failed: 0,
    });
  });

  it('without any test is a failure', () => {
    const none = { stats: { ...stats, expected: 0 }, errors: [], suites: [] };
    expect(readPlaywright(save(none), good)).toMatchObject({ passed: 0, failed: 1 });
  });

  it('finds failures in inner suites', () => {
    const results = [{ errors: [{ message: 'button not found' }] }];
    const spec = {
      title: 'applies',
      ok: false,
      tests: [{ status: 'unexpected', projectName: 'desktop', results }],
    };
    const suites = [
      { title: 'apply.spec.ts', file: 'apply.spec.ts', suites: [{ title: 'inner', specs: [spec] }] },
    ];
    expect(readPlaywright(save({ stats, errors: [], suites }), bad)).toMatchObject({
      failed: 1,
      faults: ['apply.spec.ts [desktop]\napplies\nbutton not found'],
    });
  });
});

describe('the sum', () => {
  it('adds tests and checks', () => {
    expect(summarise([readCommand(good), readCommand(bad), { passed: 10, failed: 2 }])).toBe(
      '11 passed, 3 failed',
    );
  });
});
