import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { diskStorage } from '#server/platform/storage.ts';

const folder = mkdtempSync(join(tmpdir(), 'assay storage ä '));
const storage = diskStorage(folder);
const owner = '01900000-0000-7000-8000-000000000001';
const bytes = new TextEncoder().encode('as received');

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the storage on disk', () => {
  it('gives back exactly what it was given', async () => {
    const key = await storage.put(owner, bytes);
    expect(Buffer.from(await storage.get(key)).toString()).toBe('as received');
  });

  it('keeps files for this process alone', async () => {
    const key = await storage.put(owner, bytes);
    expect(statSync(join(folder, key)).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, owner)).mode & 0o777).toBe(0o700);
  });

  it('leaves no half of a file behind', async () => {
    await storage.put(owner, bytes);
    expect(readdirSync(join(folder, owner)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('removes one file, twice without complaint, and says when one is missing', async () => {
    const key = await storage.put(owner, bytes);
    await storage.remove(key);
    await storage.remove(key);
    await expect(storage.get(key)).rejects.toMatchObject({ code: 'storage.missing', kind: 'not-found' });
  });

  it('removes all of an owner and nothing of another', async () => {
    const other = '01900000-0000-7000-8000-000000000002';
    const [mine, theirs] = [await storage.put(owner, bytes), await storage.put(other, bytes)];
    await storage.removeAll(owner);
    await expect(storage.get(mine)).rejects.toMatchObject({ code: 'storage.missing' });
    expect(await storage.get(theirs)).toHaveLength(bytes.length);
  });

  it.each(['../../etc/passwd', `${owner}/../x`, `${owner}/`, '/etc/passwd', `${owner}/a.part`, ''])(
    'takes %j for no key',
    async (key) => {
      await expect(async () => storage.get(key)).rejects.toMatchObject({ code: 'storage.key' });
      await expect(async () => storage.remove(key)).rejects.toMatchObject({ code: 'storage.key' });
    },
  );

  it.each(['..', '.', '../x', ''])('takes %j for no owner', async (name) => {
    await expect(async () => storage.put(name, bytes)).rejects.toMatchObject({ code: 'storage.key' });
    await expect(async () => storage.removeAll(name)).rejects.toMatchObject({ code: 'storage.key' });
  });

  it('passes on a fault that is none of its own', async () => {
    const blocked = join(folder, 'a file');
    writeFileSync(blocked, '');
    await expect(diskStorage(blocked).put(owner, bytes)).rejects.toMatchObject({ code: 'ENOTDIR' });
  });
});
