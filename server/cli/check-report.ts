// `npm run check-report -- --jwks KEYS.json [--document FILE] REPORT.jwt`
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import {
  type SignedReport,
  signedReportType,
  signedReportVersion,
} from '#server/credentials/core/signed-report.ts';

const usage = `npm run check-report -- --jwks KEYS.json [--document FILE] REPORT.jwt

  --jwks KEYS.json   the keys of the installation that signed, from its /.well-known/jwks.json
  --document FILE    also say whether the report speaks of this very file

Asks nobody: the two files are enough. Exit code: 0 the signature is right (and the document is the one), 1 not,
64 for a wrong call. What the report says is printed as JSON.
`;

const startedIn = process.env.INIT_CWD ?? process.cwd();
const read = (file: string) => readFileSync(path.resolve(startedIn, file));

async function check(token: string, jwks: string, document: string | undefined): Promise<number> {
  const keys = createLocalJWKSet(JSON.parse(read(jwks).toString('utf8')) as JSONWebKeySet);
  const { payload } = await jwtVerify<{ report: SignedReport }>(read(token).toString('utf8').trim(), keys, {
    algorithms: ['ES256'],
    typ: signedReportType,
  });
  const { iss, report } = payload;
  if (report.version !== signedReportVersion) throw new Error(`version ${report.version} is not known here`);
  process.stdout.write(`${JSON.stringify({ signedBy: iss, ...report }, null, 2)}\n`);
  if (document === undefined) return 0;
  const same = createHash('sha256').update(read(document)).digest('hex') === report.document.sha256;
  process.stderr.write(same ? 'It speaks of this file.\n' : 'It speaks of another file.\n');
  return same ? 0 : 1;
}

function readCall() {
  const options = { jwks: { type: 'string' }, document: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const [token, ...others] = positionals;
  if (token === undefined || others.length > 0 || values.jwks === undefined) throw new Error(usage);
  return { token, jwks: values.jwks, document: values.document };
}

let call: ReturnType<typeof readCall> | null = null;
try {
  call = readCall();
} catch (error) {
  process.stderr.write(
    error instanceof Error && error.message === usage ? usage : `${String(error)}\n\n${usage}`,
  );
  process.exitCode = 64;
}
if (call !== null) {
  try {
    process.exitCode = await check(call.token, call.jwks, call.document);
  } catch (error) {
    process.stderr.write(
      `The report does not hold: ${error instanceof Error ? error.message : 'it cannot be read'}.\n`,
    );
    process.exitCode = 1;
  }
}
