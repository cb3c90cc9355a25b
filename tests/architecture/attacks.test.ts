import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '#tests/support/source.ts';

/* The table of attacks names a test for each; it must not outlive them. */

const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** File and title of the test in each row. */
function readRows(document: string): { file: string; title: string }[] {
  return document
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .flatMap(([, , , file = '', title = '']) =>
      file.startsWith('`') ? [{ file: file.slice(1, -1), title }] : [],
    );
}

/** Rows whose test is not there: no such file, or none of its texts is the title. */
function findMissing(rows: readonly { file: string; title: string }[]): string[] {
  const isThere = ({ file, title }: { file: string; title: string }) =>
    title !== '' &&
    existsSync(join(root, file)) &&
    [`'${title}'`, `"${title}"`].some((text) => read(file).includes(text));
  return rows.filter((row) => !isThere(row)).map(({ file, title }) => `${file}: ${title}`);
}

describe('the table of attacks', () => {
  const rows = readRows(read('docs/security/attacks.md'));

  it('names tests that exist', () => {
    expect(rows.length).toBeGreaterThan(50);
    expect(findMissing(rows)).toEqual([]);
  });

  it('would be refused with a test that is gone', () => {
    const file = 'tests/architecture/attacks.test.ts';
    const [gone] = readRows(`| a | b | \`${file}\` | nothing of ${'the kind'} |`);
    expect(findMissing(gone ? [gone] : [])).toHaveLength(1);
    expect(findMissing([{ file: 'tests/none.test.ts', title: 'names tests that exist' }])).toHaveLength(1);
    expect(findMissing([{ file, title: 'names tests that exist' }])).toEqual([]);
  });
});
