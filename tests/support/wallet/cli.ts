/**
 * A wallet for the command line: `npm run wallet -- 'openid4vp://…'`. It keeps one key, made at its first use, and holds a
 * badge in each form that an issuer of its own invented for it; shows what is asked for, and prints where to go on.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createIssuer, issueJwt, issueOb3 } from '../signing/index.ts';
import { Wallet } from './wallet.ts';

const place = '.data/test-wallet.json';

function readSeed(): string {
  try {
    return String(JSON.parse(readFileSync(place, 'utf8')).seed);
  } catch {
    const seed = crypto.randomUUID();
    mkdirSync('.data', { recursive: true });
    writeFileSync(place, JSON.stringify({ seed }), { mode: 0o600 });
    return seed;
  }
}

async function run(link: string): Promise<void> {
  const seed = readSeed();
  const holder = createIssuer({ kind: 'did:key', seed });
  const issuer = createIssuer({ kind: 'did:key', seed: `${seed} issuer`, name: 'An invented school' });
  const wallet = new Wallet(holder, (request) => fetch(request));
  const said = { subjectId: holder.id, alignments: [{ name: 'SQL', url: 'urn:assay:skill:sql' }] };
  const credential = await issueOb3(issuer, { ...said, title: 'Relational data', id: `urn:uuid:${seed}` });
  const second = { ...said, title: 'Relational data, as a token', id: `urn:uuid:${seed}-token` };
  const token = issueJwt(issuer, second);
  wallet.held.push({ format: 'ldp_vc', credential }, { format: 'jwt_vc_json', token });
  console.log(`This wallet is ${holder.id}.`);
  const { status, body } = await wallet.answer(link);
  if (!body.redirect_uri) throw new Error(`Refused (${status}): ${body.code ?? 'no reason given'}.`);
  console.log(`Shown. Go on in the browser: ${body.redirect_uri}`);
}

const link = process.argv[2];
try {
  if (!link) throw new Error("Give the link of a request: npm run wallet -- 'openid4vp://…'");
  await run(link);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
