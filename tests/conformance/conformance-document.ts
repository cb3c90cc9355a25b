import { type Answer, expectedCodes } from './answers.ts';
import type { Manifest } from './manifest.ts';

const titles: Readonly<Record<string, string>> = {
  'ob2-hosted': 'Open Badges 2.0, hosted',
  'ob2-signed': 'Open Badges 2.0, signed',
  'ob2-baked': 'Open Badges 1.0 and 2.0 in pictures',
  'ob3-json': 'Open Badges 3.0 and other credentials with embedded proofs',
  'ob3-status': 'Open Badges 3.0 with a status',
  'ob3-jwt': 'Open Badges 3.0 as JWT',
  'ob3-baked': 'Open Badges 3.0 in pictures',
  clr2: 'Comprehensive Learner Records 2.0',
  'vc-di': 'Vectors of W3C Data Integrity',
  'vc-jwt': 'Credentials as JWT, vectors of the web5 project',
  'vc-structure': 'Structure of VCDM 2.0',
  'blockcerts-v2': 'Blockcerts 2',
  'blockcerts-v3': 'Blockcerts 3',
};

function writeFolder(folder: string, answers: readonly Answer[], manifest: Manifest): string {
  const rows = answers.map(({ id, format, wanted, got }) => {
    const name = id.slice(folder.length + 1);
    const differs = expectedCodes[id] === undefined ? '' : ' ¹';
    return `| ${name}${differs} | ${format} | ${wanted} | ${got} |`;
  });
  const repos = manifest.cases
    .filter(({ id }) => id.startsWith(`${folder}/`))
    .map(({ source }) => source.repo);
  return `## ${titles[folder] ?? folder}

From ${[...new Set(repos)].sort().join(', ')}.

| case | recognised as | expected | got |
|---|---|---|---|
${rows.join('\n')}
`;
}

/** The table of agreement, as docs/verification.md shows it. */
export function writeConformance(answers: readonly Answer[], manifest: Manifest): string {
  const folders = [...new Set(answers.map(({ folder }) => folder))];
  const agreeing = answers.filter(({ wanted, got }) => wanted === got).length;
  const open = manifest.cases.filter((entry) => entry.offline_complete === false).map(({ id }) => id);
  return `# Conformance of the verifier

Real credentials and test vectors from public repositories, verified offline at ${manifest.evaluate_at}: what each may ask
of the network is answered from recorded files, anything else is unreachable. **${agreeing} of ${answers.length} answers agree** in outcome
and in the check that decides. Expected is the strict reading: the signature is right, the key is published by the issuer,
it is in force, it was not withdrawn and that could be checked. \`unknown\` means that something could not be checked;
it never counts. What each code means is in the product under /help/verify.

${open.length === 0 ? 'Every case can be decided offline.' : `Not decidable offline: ${open.join(', ')}.`}

¹ The source calls it a broken token, after the name of its file. By content it is a JSON-LD credential without a subject,
and is answered as that: the same outcome by another check.

Made by \`npm run docs\` where the shared credentials are at hand; \`npm test\` fails when it is behind.

${folders
  .map((folder) =>
    writeFolder(
      folder,
      answers.filter((answer) => answer.folder === folder),
      manifest,
    ),
  )
  .join('\n')}`;
}
