import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { env } from '#server/platform/env.ts';
import type { VerifySettings } from './core/settings.ts';

let known: VerifySettings | undefined;

/** What the operator decided about verification, from the environment; read once. Throws when the file of roots is unusable. */
export function readSettings(): VerifySettings {
  known ??= settingsFrom(env());
  return known;
}

function settingsFrom(environment: ReturnType<typeof env>): VerifySettings {
  const { BLOCK_EXPLORERS, SEAL_ROOTS_FILE, PLATFORM_PAGES } = environment;
  return {
    explorers: BLOCK_EXPLORERS,
    sealRoots: SEAL_ROOTS_FILE === undefined ? [] : readSealRoots(SEAL_ROOTS_FILE),
    platformPages: PLATFORM_PAGES,
  };
}

const pemBlock = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** The certificates of a PEM bundle, one a text. Throws a sentence when the file is missing, empty or holds something else. */
export function readSealRoots(file: string): string[] {
  const blocks = readFileSync(file, 'utf8').match(pemBlock) ?? [];
  if (blocks.length === 0) throw new Error(`${file} holds no PEM certificate.`);
  for (const [at, block] of blocks.entries()) {
    try {
      new X509Certificate(block);
    } catch {
      throw new Error(`Certificate ${at + 1} of ${file} cannot be read.`);
    }
  }
  return blocks;
}
