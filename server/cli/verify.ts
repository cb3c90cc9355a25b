// `npm run verify -- [OPTIONS] FILE…`; the options stand in `usage`.
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Report } from '#server/credentials/core/report.ts';
import { readRegistryFiles } from './registry-files.ts';
import { printLine, printText } from './verify-output.ts';
import { type Terms, VerifyRunner } from './verify-runner.ts';

const usage = `npm run verify -- [--json] [--responses FILE] [--email ADDRESS] [--now ISO] [--explorer …] [--seal-roots FILE] [--registry FILE] FILE…

  --json             one JSON object a line instead of text
  --responses FILE   JSON map of address → file, or {status, contentType, file}; nothing else is asked
  --email ADDRESS    also say whether it was issued to this address
  --explorer ENTRY   a block explorer, such as btc:mainnet=https://explorer.example/api; may be given several times
  --seal-roots FILE  PEM certificates that seals of European Digital Credentials may lead up to
  --registry FILE    also say whether this registry knows the issuer; may be given several times, the first decides
  --now ISO          the moment to judge at, such as 2026-11-23T00:00:00Z

Exit code: 1 if any is invalid, else 2 if any is unknown, else 0; 64 for a wrong call.
`;

type Call = Omit<Terms, 'now'> & { json: boolean; now: Date; registries: string[]; files: string[] };

/** Paths are meant from where the command was typed, which npm tells. */
const startedIn = process.env.INIT_CWD ?? process.cwd();

function readCall(): Call | string {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        responses: { type: 'string' },
        email: { type: 'string' },
        now: { type: 'string' },
        explorer: { type: 'string', multiple: true, default: [] },
        'seal-roots': { type: 'string' },
        registry: { type: 'string', multiple: true, default: [] },
      },
    });
    const now = values.now === undefined ? new Date() : new Date(values.now);
    if (Number.isNaN(now.getTime())) return `--now ${values.now} is no moment.`;
    if (positionals.length === 0) return 'No file was named.';
    const at = (file: string | undefined) => (file === undefined ? null : path.resolve(startedIn, file));
    return {
      json: values.json,
      responses: at(values.responses),
      email: values.email ?? null,
      now,
      explorers: values.explorer,
      sealRoots: at(values['seal-roots']),
      registries: values.registry.map((file) => path.resolve(startedIn, file)),
      files: positionals,
    };
  } catch (error) {
    return error instanceof Error ? error.message : 'The call cannot be read.';
  }
}

function exitCodeOf(reports: readonly Report[]): number {
  if (reports.some((report) => report.verdict === 'invalid')) return 1;
  return reports.some((report) => report.verdict === 'unknown') ? 2 : 0;
}

async function run(call: Call): Promise<number> {
  const { json, files, now, registries, ...terms } = call;
  const issuerOf = readRegistryFiles(registries, now);
  const runner = new VerifyRunner({ ...terms, now: now.toISOString() });
  const reports: Report[] = [];
  try {
    for (const file of files) {
      const report = await runner.verify(path.resolve(startedIn, file));
      reports.push(report);
      process.stdout.write(json ? printLine(file, report, issuerOf) : printText(file, report, issuerOf));
    }
  } finally {
    runner.stop();
  }
  return exitCodeOf(reports);
}

const call = readCall();
if (typeof call === 'string') {
  process.stderr.write(`${call}\n\n${usage}`);
  process.exitCode = 64;
} else {
  try {
    process.exitCode = await run(call);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : 'The verification failed.'}\n`);
    process.exitCode = 64;
  }
}
