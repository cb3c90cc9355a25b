import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { env } from './env.ts';
import { AppError } from './errors.ts';
import { log } from './log.ts';

/** Where files are kept. Keys are made by the storage and never contain anything a person typed. */
export interface FileStorage {
  /** Keeps bytes and returns their key. Errors: `storage.unavailable`. `owner` is an id; all keys of an owner can be removed at once. */
  put(owner: string, bytes: Uint8Array): Promise<string>;
  /** Keeps what a stream gives, however much that is, and returns key and size. Errors: `storage.unavailable`. */
  putStream(owner: string, source: Readable): Promise<{ key: string; size: number }>;
  /** A stream of the bytes and how many they are. Throws `storage.missing` when the key is unknown. */
  open(key: string): Promise<{ stream: Readable; size: number }>;
  /** Returns the bytes exactly as they were put. Throws `storage.missing` when the key is unknown. */
  get(key: string): Promise<Uint8Array>;
  /** Removes one file; an unknown key is no error. */
  remove(key: string): Promise<void>;
  /** Removes every file of an owner. */
  removeAll(owner: string): Promise<void>;
}

const ownerShape = /^[0-9a-f-]{36}$/;
const keyShape = /^[0-9a-f-]{36}\/[0-9a-f-]{36}$/;

/** A full or read-only disk is an outage, not a mistake of whoever sent the file. */
function storageFault(cause: unknown): unknown {
  const code = (cause as NodeJS.ErrnoException).code ?? '';
  if (!['ENOSPC', 'EDQUOT', 'EROFS', 'EMFILE', 'ENFILE'].includes(code)) return cause;
  log.error({ code }, 'the storage takes no files');
  return new AppError(
    'storage.unavailable',
    'unavailable',
    'The file could not be kept.',
    'Try again in some minutes.',
  );
}

/** A storage in a folder of the local disk. A file appears under its key only when it is complete. */
export function diskStorage(folder: string): FileStorage {
  const locate = (key: string) => {
    if (!keyShape.test(key)) throw new AppError('storage.key', 'bad-input', 'This is not a storage key.');
    return path.join(folder, key);
  };
  const ownerFolder = (owner: string) => {
    if (!ownerShape.test(owner)) throw new AppError('storage.key', 'bad-input', 'This is not an owner id.');
    return path.join(folder, owner);
  };
  /** A new file of an owner, written whole or not at all. */
  const create = async (owner: string, write: (part: string) => Promise<void>): Promise<string> => {
    const key = `${owner}/${randomUUID()}`;
    const target = locate(key);
    // Readable by this process alone; flushed, so that a row never names a file that a power cut emptied.
    try {
      await mkdir(ownerFolder(owner), { recursive: true, mode: 0o700 });
      await write(`${target}.part`);
      await rename(`${target}.part`, target);
    } catch (cause) {
      await rm(`${target}.part`, { force: true });
      throw storageFault(cause);
    }
    return key;
  };
  const missing = (cause: unknown): unknown =>
    (cause as NodeJS.ErrnoException).code === 'ENOENT'
      ? new AppError('storage.missing', 'not-found', 'The original file is not in the storage.')
      : cause;
  const fresh = { flags: 'wx', mode: 0o600, flush: true } as const;
  return {
    put: (owner, bytes) =>
      create(owner, (part) => writeFile(part, bytes, { flag: fresh.flags, mode: fresh.mode, flush: true })),
    async putStream(owner, source) {
      const key = await create(owner, (part) => pipeline(source, createWriteStream(part, fresh)));
      return { key, size: (await stat(locate(key))).size };
    },
    async open(key) {
      try {
        const { size } = await stat(locate(key));
        return { stream: createReadStream(locate(key)), size };
      } catch (cause) {
        throw missing(cause);
      }
    },
    async get(key) {
      try {
        return await readFile(locate(key));
      } catch (cause) {
        throw missing(cause);
      }
    },
    remove: (key) => rm(locate(key), { force: true }),
    removeAll: (owner) => rm(ownerFolder(owner), { recursive: true, force: true }),
  };
}

/** The storage that the environment names. */
export function files(): FileStorage {
  return diskStorage(path.resolve(env().STORAGE_DIR));
}
