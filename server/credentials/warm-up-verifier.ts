import type { JsonObject } from './core/json.ts';
import { canonize } from './threads/canonize.ts';

const models = ['https://www.w3.org/ns/credentials/v2', 'https://www.w3.org/2018/credentials/v1'];
const badge = 'https://purl.imsglobal.org/spec/ob/v3p0';
const vocabularies = [
  [`${badge}/context-3.0.3.json`],
  [`${badge}/context-3.0.2.json`],
  [`${badge}/context-3.0.1.json`],
  [`${badge}/context.json`],
  ['https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json', `${badge}/context-3.0.3.json`],
];
const suites = [
  'https://w3id.org/security/data-integrity/v2',
  'https://w3id.org/security/suites/ed25519-2020/v1',
];

const node = (type: string, members: JsonObject = {}): JsonObject => ({
  type: [type],
  name: 'x',
  ...members,
});

/** A credential that uses the words of most. */
function sampleOf(contexts: string[]): JsonObject {
  const achievement = node('Achievement', {
    id: 'urn:uuid:2',
    criteria: { narrative: 'x' },
    alignment: [{ type: ['Alignment'], targetName: 'x', targetUrl: 'https://x.example/' }],
    image: { id: 'https://x.example/', type: 'Image' },
    creator: node('Profile', { id: 'urn:uuid:3' }),
  });
  return {
    '@context': contexts,
    id: 'urn:uuid:1',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    issuer: node('Profile', { id: 'urn:uuid:4' }),
    credentialSubject: { type: ['AchievementSubject'], id: 'urn:uuid:5', achievement },
    evidence: [node('Evidence', { id: 'urn:uuid:6' })],
  };
}

/** Enough values for a thread. */
const forThread = 100_000;

/**
 * Processes the usual contexts once, here and in a thread, so that the first credential finds them ready. To be called
 * when a process starts; the event loop gets its turn between any two.
 */
export async function warmUpVerifier(): Promise<void> {
  for (const model of models)
    for (const vocabulary of vocabularies)
      for (const suite of suites) {
        const sample = sampleOf([model, ...vocabulary, suite]);
        await canonize(sample, 0);
        await new Promise((resolve) => setImmediate(resolve));
      }
  await canonize({ ...sampleOf([models[0] ?? '', ...(vocabularies[0] ?? [])]), name: 'x' }, forThread);
}
