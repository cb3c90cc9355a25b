// @ts-check
// Pure planning: which packages carry machine code for this machine, and which of them a lock file lacks.

/**
 * @typedef {{ platform: string, arch: string, libc: 'glibc' | 'musl' | null }} Target
 * @typedef {{ version?: string, optional?: boolean, link?: boolean, os?: string[], cpu?: string[], libc?: string[],
 *   optionalDependencies?: Record<string, string> }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lockfile
 * @typedef {{ name: string, range: string }} Wanted
 */

const systems = { linux: ['linux'], darwin: ['darwin'], win32: ['win32', 'windows'] };
const libraries = { glibc: ['gnu', 'glibc', 'gnueabihf'], musl: ['musl', 'musleabihf'] };

/**
 * True if the name of a package says that it is made for this machine, such as `@next/swc-linux-x64-gnu`.
 * @param {string} name
 * @param {Target} target
 * @returns {boolean}
 */
export function isMadeFor(name, { platform, arch, libc }) {
  const system = systems[/** @type {keyof typeof systems} */ (platform)] ?? [platform];
  const found = /(?:^|[-/])([a-z0-9]+)-([a-z0-9]+)(?:-([a-z]+))?$/.exec(name);
  if (!found) return false;
  const [, nameSystem = '', nameArch, nameLibrary] = found;
  if (!system.includes(nameSystem) || nameArch !== arch) return false;
  if (nameLibrary === undefined || libc === null) return nameLibrary !== 'musl';
  return libraries[libc].includes(nameLibrary);
}

/**
 * True if a locked package that names its machines names this one.
 * @param {LockedPackage} locked
 * @param {Target} target
 * @returns {boolean}
 */
export function fits(locked, { platform, arch, libc }) {
  const allows = (/** @type {string[] | undefined} */ list, /** @type {string | null} */ value) => {
    if (!list || list.length === 0 || value === null) return true;
    if (list.includes(`!${value}`)) return false;
    return list.every((entry) => entry.startsWith('!')) || list.includes(value);
  };
  return allows(locked.os, platform) && allows(locked.cpu, arch) && allows(locked.libc, libc);
}

/**
 * The packages for this machine that the lock file should name and does not: it was written where the registry or
 * the platform did not offer them, and npm leaves them out without a word.
 * @param {Lockfile} lockfile
 * @param {Target} target
 * @returns {Wanted[]}
 */
export function findUnlocked(lockfile, target) {
  /** @type {Map<string, Wanted>} */
  const missing = new Map();
  for (const [path, locked] of Object.entries(lockfile.packages)) {
    // A package that is itself for another machine brings nothing for this one.
    if (locked.optional && !fits(locked, target)) continue;
    for (const [name, range] of Object.entries(locked.optionalDependencies ?? {})) {
      if (!isMadeFor(name, target) || resolveLocked(lockfile, path, name)) continue;
      missing.set(`${name}@${range}`, { name, range });
    }
  }
  return [...missing.values()];
}

/**
 * @param {Lockfile} lockfile
 * @param {string} from
 * @param {string} name
 * @returns {boolean}
 */
function resolveLocked(lockfile, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (lockfile.packages[path]) return true;
    if (folder === '' || !folder.includes('/node_modules/')) {
      return Boolean(lockfile.packages[`node_modules/${name}`]);
    }
  }
}

/**
 * Where each package must lie after an installation on this machine.
 * @param {Lockfile} lockfile
 * @param {Target} target
 * @returns {string[]} paths from the clone's folder
 */
export function expectedFolders(lockfile, target) {
  return (
    Object.entries(lockfile.packages)
      .filter(([path, locked]) => path !== '' && !locked.link && fits(locked, target))
      // Optional packages without a machine of their own may fail to install; nothing here depends on them.
      .filter(([, locked]) => !locked.optional || Boolean(locked.os || locked.cpu))
      .map(([path]) => path)
  );
}
