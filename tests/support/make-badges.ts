/*
 * Prints files as people have them on their disk, as JSON: really signed by throw-away issuers, or wrong in one
 * way each. A process of its own, because the signing code is written for a bundler and not for a browser's tests.
 *
 *   node --import tsx tests/support/make-badges.ts someone@example.org
 */
import { bakedPng, createIssuer, issueJwt, issueOb3, plainPng } from '#tests/support/signing/index.ts';

const [email = ''] = process.argv.slice(2);
const school = () => createIssuer({ kind: 'did:key', name: 'Saltmarsh Evening School' });

function file(name: string, mimeType: string, content: string | Uint8Array) {
  return { name, mimeType, base64: Buffer.from(content).toString('base64') };
}

/** A badge with an embedded proof, aligned to one skill of the starter scheme. */
async function sign(title: string, skill: 'SQL' | 'Python', dates = {}): Promise<string> {
  const alignments = [{ name: skill, url: `urn:assay:skill:${skill.toLowerCase()}` }];
  return JSON.stringify(await issueOb3(school(), { title, email, alignments, ...dates }));
}

const token = issueJwt(school(), {
  title: 'Numbers with care',
  email,
  alignments: [{ name: 'Statistics', url: 'urn:assay:skill:statistics' }],
});
const signed = await sign('Queries that answer', 'SQL');
const edited = (await sign('Queries that answer', 'SQL')).replaceAll('that answer', 'that always answer');
const { proof: _proof, ...unsigned } = JSON.parse(await sign('Queries without a name', 'SQL'));
const past = { created: '2024-01-01T00:00:00Z', validFrom: '2024-01-01T00:00:00Z' };
const ended = await sign('First aid, once', 'SQL', { ...past, validUntil: '2025-01-01T00:00:00Z' });

console.log(
  JSON.stringify({
    signed: file('queries.json', 'application/json', signed),
    picture: file('scripts.png', 'image/png', bakedPng(await sign('Scripts that last', 'Python'))),
    token: file('numbers.jwt', 'application/jwt', token),
    edited: file('edited.json', 'application/json', edited),
    unsigned: file('unsigned.json', 'application/json', JSON.stringify(unsigned)),
    ended: file('ended.json', 'application/json', ended),
    broken: file('broken.json', 'application/json', signed.slice(0, signed.length / 2)),
    plain: file('holiday.png', 'image/png', plainPng),
  }),
);
