'use client';

import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useTRPCClient } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { SelectField, TextField } from '#app/ui/base/field.tsx';
import { Moment } from '#app/ui/base/moment.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { Section } from '#app/ui/base/section.tsx';
import { Cell, Row, RowHead, StackTable } from '#app/ui/base/table.tsx';
import { inviteInput, type Role, roles, type TeamOutput } from '#server/organizations/schemas.ts';
import { useTeam } from './use-team.ts';

type Team = ReturnType<typeof useTeam>;

function InviteForm({ org, team }: { org: string; team: Team }) {
  const t = useTranslations('house.team');
  const word = useTranslations('hire.role');
  const client = useTRPCClient();
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('recruiter');
  const [wrong, setWrong] = useState(false);
  async function send(event: FormEvent) {
    event.preventDefault();
    const input = { email: email.trim(), role };
    const isRight = inviteInput.safeParse(input).success;
    setWrong(!isRight);
    if (!isRight) {
      document.getElementById('invite-email')?.focus();
      return;
    }
    const done = await team.run(
      () => client.team.invite.mutate({ org, ...input }),
      t('done.invited', { address: input.email }),
    );
    if (done) setEmail('');
  }
  return (
    <form className="stack" onSubmit={send} noValidate>
      <TextField
        id="invite-email"
        label={t('email')}
        hint={t('emailHint')}
        error={wrong ? t('emailWrong') : undefined}
        type="email"
        width="24rem"
        value={email}
        onChange={(event) => setEmail(event.currentTarget.value)}
      />
      <SelectField
        label={t('role')}
        width="16rem"
        value={role}
        onChange={(event) => setRole(roles.find((each) => each === event.currentTarget.value) ?? role)}
      >
        {roles.map((each) => (
          <option key={each} value={each}>
            {word(each)}
          </option>
        ))}
      </SelectField>
      <p>
        <Button tone="go" type="submit">
          {t('send')}
        </Button>
      </p>
    </form>
  );
}

/** Invitations that are out, and a form for another. */
export function Invitations({
  org,
  invitations,
}: {
  org: string;
  invitations: NonNullable<TeamOutput['invitations']>;
}) {
  const t = useTranslations('house.team');
  const word = useTranslations('hire.role');
  const client = useTRPCClient();
  const team = useTeam();
  return (
    <>
      <Section title={t('invite')} gap={4}>
        {team.trouble && (
          <Note tone="bad" live>
            {team.trouble}
          </Note>
        )}
        <InviteForm org={org} team={team} />
      </Section>
      <Section title={t('invited')}>
        {invitations.length === 0 ? (
          <p className="soft">{t('none')}</p>
        ) : (
          <StackTable
            label={t('invited')}
            head={[t('address'), t('role'), t('until'), { key: 'go', label: '', end: true }]}
          >
            {invitations.map(({ id, address, role, expiresAt, expired }) => (
              <Row key={id}>
                <RowHead>
                  <span dir="ltr" className="wrap-anywhere">
                    {address}
                  </span>
                </RowHead>
                <Cell label={t('role')}>{word(role)}</Cell>
                <Cell label={t('until')}>{expired ? t('expired') : <Moment at={expiresAt} />}</Cell>
                <Cell label="" className="r">
                  <Button
                    size="sm"
                    bare
                    aria-label={t('withdrawOf', { address })}
                    onClick={() =>
                      void team.run(
                        () => client.team.withdrawInvitation.mutate({ org, id }),
                        t('done.withdrawn', { address }),
                      )
                    }
                  >
                    {t('withdraw')}
                  </Button>
                </Cell>
              </Row>
            ))}
          </StackTable>
        )}
      </Section>
    </>
  );
}
