import '#tests/support/database.ts';
import { describe, expect, it } from 'vitest';
import { query } from '#tests/support/database.ts';
import { makePerson } from '#tests/support/people.ts';
import { createIssuer, issueOb3, presentDocument } from '#tests/support/signing/index.ts';
import { fileForm, handIn, openDesk, workOff } from '../credentials/desk.ts';
import { college } from './desk.ts';

openDesk();

const holder = createIssuer({ kind: 'did:key', seed: 'holder of files' });
const elsewhere = { challenge: 'somebody-elses-challenge', domain: 'https://elsewhere.example' };

describe('a presentation handed in like a file', () => {
  it('becomes one credential each, bound by what each says and by nothing of the wrapper', async () => {
    const ada = await makePerson('Ada');
    const credentials = await Promise.all([
      issueOb3(college, { id: 'urn:uuid:1', email: ada.email, title: 'Ropes' }),
      issueOb3(college, { id: 'urn:uuid:2', subjectId: holder.id, title: 'Ladders' }),
      issueOb3(college, { id: 'urn:uuid:3', email: 'other@example.org', title: 'Scaffolds' }),
    ]);
    const presentation = await presentDocument(holder, { ...elsewhere, credentials });
    await handIn(ada, fileForm(JSON.stringify(presentation), 'shown.json'));
    await workOff();
    const { counting, others } = await ada.api.credentials.wallet();
    const found = [...counting, ...others].map(({ title, verdict, bound }) => [title, verdict, bound]);
    expect(found.sort()).toEqual([
      ['Ladders', 'valid', 'no'],
      ['Ropes', 'valid', 'yes'],
      ['Scaffolds', 'valid', 'no'],
    ]);
    // Somebody else's conversation proves nothing about this account.
    expect(await ada.api.account.dids()).toEqual([]);
    const items = await ada.api.credentials.imports();
    expect(items.map(({ state, name }) => [state, name])).toEqual(Array(3).fill(['done', 'shown.json']));
    // Imported again, each is recognised.
    await handIn(ada, fileForm(JSON.stringify(presentation), 'again.json'));
    await workOff();
    expect(await query('select 1 from credential where candidate_id = $1', [ada.accountId])).toHaveLength(3);
  });

  it('is refused when there is nothing in it', async () => {
    const ada = await makePerson('Ada');
    const item = await handIn(ada, fileForm(JSON.stringify(await presentDocument(holder, elsewhere))));
    expect([item.state, item.code]).toEqual(['refused', 'not-a-credential']);
  });
});
