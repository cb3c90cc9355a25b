'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPCClient } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { Dialog, DialogClose } from '#app/ui/base/dialog.tsx';
import { Day } from '#app/ui/base/moment.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { Cell, Row, RowHead, StackTable } from '#app/ui/base/table.tsx';
import { type Role, roles, type TeamOutput } from '#server/organizations/schemas.ts';
import { useTeam } from './use-team.ts';

type Member = TeamOutput['members'][number];
type Team = ReturnType<typeof useTeam>;

function RoleField({ org, member, team }: { org: string; member: Member; team: Team }) {
  const t = useTranslations('house.team');
  const word = useTranslations('hire.role');
  const client = useTRPCClient();
  const [role, setRole] = useState<Role>(member.role);
  const { accountId, name } = member;
  const change = () =>
    team.run(() => client.team.changeRole.mutate({ org, accountId, role }), t('done.changed', { name }));
  return (
    <span className="row">
      <select
        className="in"
        aria-label={t('roleOf', { name })}
        value={role}
        onChange={(event) => setRole(roles.find((each) => each === event.currentTarget.value) ?? role)}
      >
        {roles.map((each) => (
          <option key={each} value={each}>
            {word(each)}
          </option>
        ))}
      </select>
      {role !== member.role && (
        <Button size="sm" aria-label={t('saveOf', { name })} onClick={() => void change()}>
          {t('save')}
        </Button>
      )}
    </span>
  );
}

/** Removing somebody, or oneself, leaves the house: it asks first. */
function Go({ org, orgName, member, team }: { org: string; orgName: string; member: Member; team: Team }) {
  const t = useTranslations('house.team');
  const client = useTRPCClient();
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const { self, name, accountId } = member;
  const words = self
    ? { act: t('leave'), title: t('leaveTitle', { org: orgName }), text: t('leaveText') }
    : { act: t('remove'), title: t('removeTitle', { name }), text: t('removeText') };
  const go = async () => {
    setOpen(false);
    if (self) {
      if (await team.run(() => client.team.leave.mutate({ org }), null)) router.push('/hire');
    } else await team.run(() => client.team.remove.mutate({ org, accountId }), t('done.removed', { name }));
  };
  return (
    <Dialog
      title={words.title}
      description={words.text}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" bare aria-label={self ? undefined : t('removeOf', { name })}>
          {words.act}
        </Button>
      }
      actions={
        <>
          <Button tone="stop" onClick={() => void go()}>
            {words.act}
          </Button>
          <DialogClose>
            <Button>{t('keep')}</Button>
          </DialogClose>
        </>
      }
    />
  );
}

/** The members as a ledger; owners change roles in place. */
export function Members({
  org,
  orgName,
  members,
  mayWrite,
}: {
  org: string;
  orgName: string;
  members: readonly Member[];
  mayWrite: boolean;
}) {
  const t = useTranslations('house.team');
  const word = useTranslations('hire.role');
  const team = useTeam();
  return (
    <>
      {team.trouble && (
        <Note tone="bad" live>
          {team.trouble}
        </Note>
      )}
      <StackTable
        label={t('title')}
        head={[t('name'), t('role'), t('since'), { key: 'go', label: '', end: true }]}
      >
        {members.map((member) => (
          <Row key={member.accountId}>
            <RowHead>
              <bdi>{member.name}</bdi> {member.self && <span className="tag">{t('you')}</span>}
              <span className="block quiet xs wrap-anywhere" dir="ltr">
                {member.email}
              </span>
            </RowHead>
            <Cell label={t('role')}>
              {mayWrite ? (
                <RoleField key={member.role} org={org} member={member} team={team} />
              ) : (
                word(member.role)
              )}
            </Cell>
            <Cell label={t('since')}>
              <Day at={member.since} />
            </Cell>
            <Cell label="" className="r">
              {(mayWrite || member.self) && <Go org={org} orgName={orgName} member={member} team={team} />}
            </Cell>
          </Row>
        ))}
      </StackTable>
    </>
  );
}
