import '#tests/support/database.ts';
import { beforeEach, describe, expect, it } from 'vitest';
import { query } from '#tests/support/database.ts';
import { asNobody, makePerson } from '#tests/support/people.ts';
import { type Employer, later, makeEmployer, now, refusal } from '../applications/world.ts';

// The demo's outbox stands for the mail server.
process.env.DEMO = '1';

let employer: Employer;
const org = () => ({ org: employer.org });

beforeEach(async () => {
  employer = await makeEmployer('Saltmarsh');
});

/** The token of the newest mail to an address. */
async function tokenFor(address: string): Promise<string> {
  const [mail] = await query<{ link: string }>(
    'select link from outbox_mail where "to" = $1 order by id desc limit 1',
    [address],
  );
  return new URL(mail?.link ?? 'x:').searchParams.get('token') ?? '';
}

async function invite(email: string, role = 'recruiter' as const): Promise<string> {
  await employer.api.team.invite({ ...org(), email, role });
  return tokenFor(email);
}

const actions = async () => {
  const { items } = await employer.api.team.audit(org());
  return items.map((item) => item.action).reverse();
};

describe('an invitation', () => {
  it('lets in whoever has confirmed the address it was sent to, once, with its role', async () => {
    const person = await makePerson('Invited', now);
    const token = await invite(person.email);
    expect(await person.api.team.invitation({ token })).toMatchObject({
      organization: { name: 'Saltmarsh', slug: employer.org },
      role: 'recruiter',
      yours: true,
      member: false,
    });
    expect(await person.api.team.accept({ token })).toEqual({ slug: employer.org });
    expect(await person.api.organizations.get(org())).toMatchObject({ role: 'recruiter' });
    expect(await refusal(person.api.team.accept({ token }))).toBe('gone organization.invitation_over');
    expect((await employer.api.team.get(org())).invitations).toEqual([]);
    expect(await actions()).toEqual(['organization.created', 'member.invited', 'member.joined']);
  });

  it('is not for whoever else has the link, and is told to nobody but as far as the mail says', async () => {
    const token = await invite('somebody@example.net');
    const other = await makePerson('Other', now);
    expect(await other.api.team.invitation({ token })).toMatchObject({ yours: false });
    expect(await refusal(other.api.team.accept({ token }))).toBe('forbidden organization.invitation_foreign');
    expect(await asNobody(now).team.invitation({ token })).toMatchObject({ yours: null });
    expect(await refusal(asNobody(now).team.accept({ token }))).toBe('unauthenticated session.missing');
    expect(await refusal(asNobody(now).team.invitation({ token: 'x'.repeat(43) }))).toBe(
      'gone organization.invitation_over',
    );
  });

  it('ends after seven days, when it is withdrawn, and when the address is invited again', async () => {
    const person = await makePerson('Late', now);
    const first = await invite(person.email);
    expect(await refusal(person.at(later(7 * 24)).team.accept({ token: first }))).toBe(
      'gone organization.invitation_over',
    );
    const second = await invite(person.email);
    expect(await refusal(person.api.team.accept({ token: first }))).toBe('gone organization.invitation_over');
    const { invitations } = await employer.api.team.get(org());
    expect(invitations).toHaveLength(1);
    await employer.api.team.withdrawInvitation({ ...org(), id: invitations?.[0]?.id ?? '' });
    expect(await refusal(person.api.team.accept({ token: second }))).toBe(
      'gone organization.invitation_over',
    );
  });

  it('lets one in when the button is pressed twice at once', async () => {
    const person = await makePerson('Twice', now);
    const token = await invite(person.email);
    const both = await Promise.allSettled([1, 2].map(() => person.api.team.accept({ token })));
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('is not sent to members', async () => {
    expect(await refusal(invite(employer.owner.email))).toBe('conflict organization.member_exists');
  });
});

describe('members', () => {
  it('have their role changed and are removed by owners, and leave by themselves', async () => {
    const { accountId, api } = await employer.addMember('recruiter');
    await employer.api.team.changeRole({ ...org(), accountId, role: 'auditor' });
    expect(await api.organizations.get(org())).toMatchObject({ role: 'auditor' });
    await employer.api.team.remove({ ...org(), accountId });
    expect(await refusal(api.organizations.get(org()))).toBe('not-found organization.unknown');
    const leaver = await employer.addMember('interviewer');
    await leaver.api.team.leave(org());
    expect(await refusal(leaver.api.team.get(org()))).toBe('not-found organization.unknown');
    expect(await actions()).toEqual([
      'organization.created',
      'member.role_changed',
      'member.removed',
      'member.left',
    ]);
  });

  it('keep an owner: the last one neither leaves nor steps down nor is removed', async () => {
    const { accountId } = employer.owner;
    const { team } = employer.api;
    const no = 'conflict organization.last_owner';
    expect(await refusal(team.leave(org()))).toBe(no);
    expect(await refusal(team.remove({ ...org(), accountId }))).toBe(no);
    expect(await refusal(team.changeRole({ ...org(), accountId, role: 'recruiter' }))).toBe(no);
  });

  it('keep an owner when the two there are leave at the same moment', async () => {
    const second = await employer.addMember('owner');
    const both = await Promise.allSettled([employer.api.team.leave(org()), second.api.team.leave(org())]);
    expect(both.map((each) => each.status).sort()).toEqual(['fulfilled', 'rejected']);
    const left = await query(`select 1 from member where organization_id = $1 and role = 'owner'`, [
      employer.organizationId,
    ]);
    expect(left).toHaveLength(1);
  });

  it('other than owners change nothing and see no invitation; who may not read the log is told so', async () => {
    await invite('somebody@example.net');
    const { accountId } = employer.owner;
    const no = 'forbidden organization.forbidden';
    for (const role of ['recruiter', 'hiring-manager', 'interviewer', 'auditor']) {
      const { api } = await employer.addMember(role);
      expect((await api.team.get(org())).invitations).toBeNull();
      expect(await refusal(api.team.remove({ ...org(), accountId }))).toBe(no);
      expect(await refusal(api.team.invite({ ...org(), email: 'x@example.org', role: 'owner' }))).toBe(no);
      const reads = ['recruiter', 'auditor'].includes(role);
      expect(await refusal(api.team.audit(org()))).toBe(reads ? 'allowed' : no);
    }
  });
});

describe('facts', () => {
  it('are changed by owners, never over somebody else’s change', async () => {
    const seen = { name: 'Saltmarsh', website: null, answerDays: 10, timeZone: null };
    const next = {
      name: 'Saltmarsh & Sons',
      website: 'https://saltmarsh.example',
      answerDays: 5,
      timeZone: 'Asia/Tokyo',
    };
    await employer.api.team.update({ ...org(), ...next, seen });
    expect(await employer.api.organizations.get(org())).toMatchObject(next);
    expect(await refusal(employer.api.team.update({ ...org(), ...next, answerDays: null, seen }))).toBe(
      'conflict organization.changed_meanwhile',
    );
    expect(
      await refusal(employer.api.team.update({ ...org(), ...next, answerDays: 91, seen: next })),
    ).not.toBe('allowed');
    const nowhere = { ...next, timeZone: 'Mars/Olympus' };
    expect(await refusal(employer.api.team.update({ ...org(), ...nowhere, seen: next }))).not.toBe('allowed');
  });
});

describe('the audit log', () => {
  it('comes in pages that neither repeat nor lose an entry, by action, and only of this organisation', async () => {
    await query(
      `insert into audit_entry (id, organization_id, actor_id, action, subject, at)
       select gen_random_uuid(), $1, $2, 'application.moved', 'application:' || n, now() - (n / 3) * interval '1 minute'
         from generate_series(1, 60) n`,
      [employer.organizationId, employer.owner.accountId],
    );
    const first = await employer.api.team.audit({ ...org(), action: 'application.moved' });
    const rest = await employer.api.team.audit({
      ...org(),
      action: 'application.moved',
      cursor: first.nextCursor,
    });
    expect([first.items.length, rest.items.length, rest.nextCursor]).toEqual([50, 10, null]);
    expect(new Set([...first.items, ...rest.items].map((item) => item.id)).size).toBe(60);
    expect(first.items[0]).toMatchObject({ actor: 'Owner of Saltmarsh', by: 'member' });
    expect(await refusal(employer.api.team.audit({ ...org(), cursor: 'x' }))).toBe(
      'bad-input audit.cursor_malformed',
    );
    const other = await makeEmployer('Elsewhere');
    const { items } = await other.api.team.audit({ org: other.org });
    expect(items.map((item) => item.action)).toEqual(['organization.created']);
  });
});
