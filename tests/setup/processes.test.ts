import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../tools/setup/clone.mjs';
import { isFree, reservePort } from '../../tools/setup/ports.mjs';
import { identify, isAlive, self, withLock } from '../../tools/setup/processes.mjs';

const name = `test-${self}`;
const path = join(dataFolder, `${name}.lock`);
mkdirSync(dataFolder, { recursive: true });

describe('a process is known by number and start', () => {
  it('lives under its own pair, not under the number alone', () => {
    expect(isAlive(self)).toBe(true);
    expect(isAlive(`${process.pid}-1`)).toBe(false);
    expect(isAlive('')).toBe(false);
  });

  it('has no pair once it has ended', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    const identity = identify(child.pid ?? 0);
    await once(child, 'close');
    expect(isAlive(identity)).toBe(false);
  });
});

describe('the lock of a clone', () => {
  it('is held by one at a time, in turn', async () => {
    const order: string[] = [];
    const work = (who: string) => async () => {
      order.push(`${who} begins`);
      await new Promise((resolve) => setImmediate(resolve));
      order.push(`${who} ends`);
    };
    await Promise.all([withLock(name, () => {}, work('one')), withLock(name, () => {}, work('two'))]);
    expect(order).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
    expect(existsSync(path)).toBe(false);
  });

  it('is taken over from a killed run, even if another process has its number now', async () => {
    writeFileSync(path, `${process.pid}-1`);
    expect(
      await withLock(
        name,
        () => {},
        async () => 'done',
      ),
    ).toBe('done');
  });

  it('says who holds it while it waits', async () => {
    writeFileSync(path, self);
    const told: number[] = [];
    const waiting = withLock(
      name,
      (holder) => {
        told.push(holder);
        rmSync(path);
      },
      async () => 'done',
    );
    expect(await waiting).toBe('done');
    expect(told).toEqual([process.pid]);
  });

  it('is given back when the work fails', async () => {
    await expect(
      withLock(
        name,
        () => {},
        () => Promise.reject(new Error('no')),
      ),
    ).rejects.toThrow('no');
    expect(existsSync(path)).toBe(false);
  });
});

describe('a port', () => {
  it('that is taken is replaced by a free one', async () => {
    const first = await reservePort(0, '127.0.0.1');
    expect(await isFree(first.port, '127.0.0.1')).toBe(false);
    const second = await reservePort(first.port, '127.0.0.1');
    expect(second.port).not.toBe(first.port);
    await Promise.all([first.release(), second.release()]);
    expect(await isFree(first.port, '127.0.0.1')).toBe(true);
  });
});
