/** Badge files for stories in a browser. */
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A file as a browser's file field takes it. */
export type Upload = { name: string; mimeType: string; buffer: Buffer };

type Kind = 'signed' | 'picture' | 'token' | 'edited' | 'unsigned' | 'ended' | 'broken' | 'plain';
type Printed = { name: string; mimeType: string; base64: string };

const run = promisify(execFile);

/**
 * Makes one file of each kind, issued to this address by issuers that nobody saw before. Signed well: `signed`
 * (JSON, SQL), `picture` (baked PNG, Python), `token` (JWT, statistics). Wrong in one way: `edited`, `unsigned`,
 * `ended`, `broken`, and `plain`, a picture with nothing inside.
 */
export async function makeBadges(email: string): Promise<Record<Kind, Upload>> {
  const script = fileURLToPath(new URL('./make-badges.ts', import.meta.url));
  const { stdout } = await run(process.execPath, ['--import', 'tsx', script, email], { maxBuffer: 1 << 24 });
  const printed = Object.entries(JSON.parse(stdout) as Record<Kind, Printed>);
  return Object.fromEntries(
    printed.map(([kind, { base64, ...rest }]) => [kind, { ...rest, buffer: Buffer.from(base64, 'base64') }]),
  ) as Record<Kind, Upload>;
}
