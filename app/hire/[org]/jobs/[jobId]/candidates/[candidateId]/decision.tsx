'use client';

import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useKeys } from '#app/hire/use-keys.ts';
import { Button, ButtonLink } from '#app/ui/base/button.tsx';
import { SelectField } from '#app/ui/base/field.tsx';
import { Kbd } from '#app/ui/base/kbd.tsx';
import {
  type CandidateForEmployerOutput,
  type MoveTarget,
  openStages,
} from '#server/applications/schemas.ts';
import { DecisionTrouble } from '../../decision-trouble.tsx';
import { DeclineDialog } from '../../decline-dialog.tsx';
import { useStages } from '../../stage-plan.tsx';
import { useDecisions } from '../../use-decisions.ts';

type Props = { org: string; candidate: CandidateForEmployerOutput; mayDecide: boolean };

/**
 * Previous and next in the list one came from, advance and decline; J, K, E and D do the same. `rest` is how the
 * addresses of that list's people end.
 */
export function DecisionBar({ org, candidate, rest, mayDecide }: Props & { rest: string }) {
  const t = useTranslations('hire.decide');
  const router = useRouter();
  const { application, previousId, nextId, candidateId, name, job } = candidate;
  const decisions = useDecisions(org, job.id);
  const [declining, setDeclining] = useState(false);
  const hrefOf = (id: string) => `/hire/${org}/jobs/${job.id}/candidates/${id}${rest}`;
  const person = application && mayDecide ? { candidateId, name, version: application.version } : null;
  const stages = useStages();
  const next = application ? stages.next(application.stage) : null;
  const advance = () => {
    if (person && next) void decisions.move([person], next);
  };
  const decline = () => {
    if (person && next) setDeclining(true);
  };
  useKeys({
    j: () => nextId && router.push(hrefOf(nextId)),
    k: () => previousId && router.push(hrefOf(previousId)),
    e: advance,
    d: decline,
    z: () => void decisions.undoLast(),
  });
  return (
    <>
      {previousId && (
        <ButtonLink href={hrefOf(previousId)}>
          {t('previous')} <Kbd>K</Kbd>
        </ButtonLink>
      )}
      {nextId && (
        <ButtonLink href={hrefOf(nextId)}>
          {t('next')} <Kbd>J</Kbd>
        </ButtonLink>
      )}
      {person && next && (
        <>
          <Button onClick={decline}>
            {t('decline')} <Kbd>D</Kbd>
          </Button>
          <Button tone="go" onClick={advance}>
            {t('advance', { stage: stages.nameOf(next) })} <Kbd>E</Kbd>
          </Button>
        </>
      )}
      <DecisionTrouble decisions={decisions} />
      {declining && person && (
        <DeclineDialog
          org={org}
          jobId={job.id}
          people={[person]}
          onDecline={decisions.decline}
          onClose={() => setDeclining(false)}
        />
      )}
    </>
  );
}

/** Moves to any stage that can be reached, or takes a decline back while it is not told. */
export function StagePicker({ org, candidate }: Omit<Props, 'mayDecide'>) {
  const t = useTranslations('hire.decide');
  const { application, candidateId, name, job } = candidate;
  const decisions = useDecisions(org, job.id);
  const { targets: all, nameOf } = useStages();
  if (!application) return null;
  const person = { candidateId, name, version: application.version };
  const open = (openStages as readonly string[]).includes(application.stage);
  const targets = all.filter(
    (to) => to !== application.stage && (to !== 'hired' || application.stage === 'offer'),
  );
  return (
    <div className="stack-2">
      <DecisionTrouble decisions={decisions} />
      {open && (
        <SelectField
          label={t('moveTo')}
          value=""
          onChange={(event) => void decisions.move([person], event.currentTarget.value as MoveTarget)}
        >
          <option value="" disabled>
            {t('choose')}
          </option>
          {targets.map((to) => (
            <option key={to} value={to}>
              {nameOf(to)}
            </option>
          ))}
        </SelectField>
      )}
      {application.stage === 'declined' && (
        <Button size="sm" onClick={() => void decisions.undo([person])}>
          {t('takeBack')}
        </Button>
      )}
    </div>
  );
}
