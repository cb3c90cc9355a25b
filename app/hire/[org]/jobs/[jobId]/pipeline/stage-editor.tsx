'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { readRefused } from '#app/hire/refused.ts';
import { useTRPC, useTRPCClient } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { SelectField, TextField } from '#app/ui/base/field.tsx';
import { IconButton } from '#app/ui/base/icon-button.tsx';
import { LoadingRows } from '#app/ui/base/loading-rows.tsx';
import { useToast } from '#app/ui/base/toast.tsx';
import {
  type PlanChoicesOutput,
  type PlanStep,
  type StageTemplate,
  savePlanInput,
  stageTemplates,
} from '#server/applications/schemas.ts';
import { rowsOf, type StageRow, shiftRow, stepsOf } from './stage-rows.ts';

type Props = { org: string; jobId: string; onClose: () => void };

/** One stage: used or not, what it is called, and its place among those between application and offer. */
function StageLine({
  row,
  taken,
  onChange,
  onShift,
}: {
  row: StageRow;
  taken: boolean;
  onChange: (row: StageRow) => void;
  onShift: ((by: 1 | -1) => void) | null;
}) {
  const t = useTranslations('hire.stages');
  const stage = useTranslations('hire.decide.stage');
  const id = useId();
  const fixed = onShift === null || taken;
  return (
    <li className="stage-line">
      <label className="check">
        <input
          type="checkbox"
          checked={row.used}
          aria-disabled={fixed || undefined}
          aria-describedby={fixed ? `${id}-why` : undefined}
          onChange={() => fixed || onChange({ ...row, used: !row.used })}
        />
        <span>
          {stage(row.stage)}
          {fixed && (
            <span id={`${id}-why`} className="block t13 quiet">
              {t(onShift === null ? 'fixed' : 'taken')}
            </span>
          )}
        </span>
      </label>
      <TextField
        id={id}
        label={t('name', { stage: stage(row.stage) })}
        optional
        maxLength={40}
        value={row.name}
        onChange={(event) => onChange({ ...row, used: true, name: event.currentTarget.value })}
      />
      <span className="row">
        {onShift && (
          <>
            <IconButton label={t('up', { stage: stage(row.stage) })} onClick={() => onShift(-1)}>
              <ArrowUp className="ic" aria-hidden />
            </IconButton>
            <IconButton label={t('down', { stage: stage(row.stage) })} onClick={() => onShift(1)}>
              <ArrowDown className="ic" aria-hidden />
            </IconButton>
          </>
        )}
      </span>
    </li>
  );
}

/** Saves the stages, says so, and takes them back on asking. */
function useSaveStages({ org, jobId, onClose }: Props, before: readonly PlanStep[]) {
  const t = useTranslations('hire.stages');
  const trouble = useTranslations('hire.decide.trouble');
  const client = useTRPCClient();
  const router = useRouter();
  const toast = useToast();
  const [problem, setProblem] = useState<string | null>(null);
  async function send(steps: readonly PlanStep[]): Promise<boolean> {
    try {
      await client.pipeline.saveStages.mutate({ org, jobId, steps: [...steps] });
      router.refresh();
      return true;
    } catch (error) {
      const key = readRefused(error).code.replace('.', '_');
      setProblem(trouble(trouble.has(key) ? key : 'failed'));
      return false;
    }
  }
  async function save(steps: readonly PlanStep[]) {
    const checked = savePlanInput.shape.steps.safeParse(steps);
    setProblem(checked.error?.issues[0]?.message ?? null);
    if (!checked.success || !(await send(checked.data))) return;
    toast.show({ kind: 'stages', say: () => t('saved'), undo: () => void send(before) });
    onClose();
  }
  return { problem, save };
}

function StageForm({ choices, ...props }: Props & { choices: PlanChoicesOutput }) {
  const t = useTranslations('hire.stages');
  const { steps, taken, others } = choices;
  const [rows, setRows] = useState<readonly StageRow[]>(rowsOf(steps));
  const { problem, save } = useSaveStages(props, steps);
  const templates = Object.keys(stageTemplates) as StageTemplate[];
  function takeOver(from: string) {
    const other = others.find((job) => job.id === from);
    const plan = other?.steps ?? stageTemplates[from as StageTemplate] ?? steps;
    // Where somebody stands stays.
    const kept = rowsOf(plan).map((row) => ({ ...row, used: row.used || taken.includes(row.stage) }));
    setRows(kept);
  }
  const change = (row: StageRow) => setRows(rows.map((each) => (each.stage === row.stage ? row : each)));
  return (
    <>
      <SelectField
        label={t('from')}
        defaultValue=""
        onChange={(event) => takeOver(event.currentTarget.value)}
      >
        <option value="">{t('asNow')}</option>
        {templates.map((template) => (
          <option key={template} value={template}>
            {t(`template.${template}`)}
          </option>
        ))}
        {others.map(({ id, reference, title }) => (
          <option key={id} value={id}>
            {t('asIn', { reference, title })}
          </option>
        ))}
      </SelectField>
      <ol className="stage-lines">
        {rows.map((row) => (
          <StageLine
            key={row.stage}
            row={row}
            taken={taken.includes(row.stage)}
            onChange={change}
            onShift={
              row.stage === 'applied' || row.stage === 'offer'
                ? null
                : (by) => setRows(shiftRow(rows, row.stage, by))
            }
          />
        ))}
      </ol>
      {problem && (
        <p className="err" role="alert">
          {problem}
        </p>
      )}
      <p className="row">
        <Button tone="go" onClick={() => void save(stepsOf(rows))}>
          {t('save')}
        </Button>
        <Button onClick={props.onClose}>{t('cancel')}</Button>
      </p>
    </>
  );
}

/** The stages of this job: a template, those of another job, or an own choice with own names. */
export function StageEditor(props: Props) {
  const t = useTranslations('hire.stages');
  const trpc = useTRPC();
  const { org, jobId } = props;
  const choices = useQuery({
    ...trpc.pipeline.stageChoices.queryOptions({ org, jobId }),
    gcTime: 0,
    staleTime: 0,
  });
  return (
    <section className="hire-body stage-editor stack-4" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <p className="t13 quiet">{t('text')}</p>
      {choices.isPending && <LoadingRows rows={5} />}
      {choices.isError && (
        <p className="err" role="alert">
          {t('failed')}{' '}
          <Button size="sm" onClick={() => void choices.refetch()}>
            {t('again')}
          </Button>
        </p>
      )}
      {choices.data && <StageForm {...props} choices={choices.data} />}
    </section>
  );
}
