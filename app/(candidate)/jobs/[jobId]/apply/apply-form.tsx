'use client';

import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useForm, useWatch } from 'react-hook-form';
import { useTRPC } from '#app/trpc/client.tsx';
import { AppLink } from '#app/ui/base/app-link.tsx';
import { Button, ButtonLink } from '#app/ui/base/button.tsx';
import { ErrorSummary, type FieldError } from '#app/ui/base/error-summary.tsx';
import { Note } from '#app/ui/base/note.tsx';
import { useToast } from '#app/ui/base/toast.tsx';
import { applyInput, type PreviewOutput } from '#server/applications/schemas.ts';
import { type AboutValues, AboutYou } from './about-you.tsx';
import styles from './apply.module.css';
import { CredentialPicks } from './credential-picks.tsx';
import { EmployerView } from './employer-view.tsx';
import { usePreview } from './use-preview.ts';

const about = applyInput.pick({ displayName: true, phone: true, availableFrom: true, note: true });
const fields = ['displayName', 'phone', 'availableFrom', 'note'] as const;

function useSend(employer: string) {
  const t = useTranslations('candidate.apply');
  const trpc = useTRPC();
  const router = useRouter();
  const toast = useToast();
  return useMutation(
    trpc.applications.submit.mutationOptions({
      onSuccess: ({ disclosed }) => {
        toast.show({ kind: 'applied', say: () => t('sent', { employer, count: disclosed }) });
        router.push('/applications');
        router.refresh();
      },
    }),
  );
}

/** Ticking, what the employer will see beside it, and sending exactly that. */
export function ApplyForm({
  initial,
  attached,
}: {
  initial: PreviewOutput;
  /** The credential from whose page the person came. */
  attached?: string | undefined;
}) {
  const t = useTranslations('candidate.apply');
  const { job, credentials, everything } = initial;
  const employer = job.employer.name;
  const cameFrom = credentials.find((credential) => credential.id === attached);
  const { ticked, toggle, coverage, stale, error } = usePreview(initial);
  const { register, handleSubmit, control, formState } = useForm<AboutValues>({
    resolver: zodResolver(about),
    shouldFocusError: false,
    defaultValues: {
      displayName: initial.displayName,
      phone: initial.phone ?? '',
      availableFrom: initial.availableFrom ?? '',
      note: '',
    },
  });
  const name = useWatch({ control, name: 'displayName' }) ?? '';
  const send = useSend(employer);
  const problems = fields.flatMap((field): FieldError[] => {
    const message = formState.errors[field]?.message;
    return message === undefined ? [] : [{ fieldId: `apply-${field}`, message }];
  });
  return (
    <>
      {formState.isSubmitted && <ErrorSummary errors={problems} />}
      {send.isError && (
        <Note tone="bad" live>
          <p>
            <b>{t('failed')}</b> {send.error.message} {send.error.data?.hint}
          </p>
        </Note>
      )}
      <div className="two wide-side pt-1">
        <form
          className="stack-6"
          noValidate
          onSubmit={(event) =>
            void handleSubmit((values) => {
              if (!send.isPending) send.mutate({ jobId: job.id, credentialIds: [...ticked], ...values });
            })(event)
          }
        >
          <fieldset>
            <legend className={styles.legend}>
              <h2>
                {t('credentials')}{' '}
                <span className="quiet font-normal">
                  {t('going', { ticked: ticked.length, total: credentials.length })}
                </span>
              </h2>
            </legend>
            {credentials.length === 0 ? (
              <p className="sm soft py-2">
                {t('emptyWallet')} <AppLink href="/wallet/import">{t('emptyWalletAdd')}</AppLink>
              </p>
            ) : (
              <p className="sm soft py-1">{t('help')}</p>
            )}
            {cameFrom !== undefined && (
              <p className="sm py-1">{t.rich('cameFrom', { title: () => <bdi>{cameFrom.title}</bdi> })}</p>
            )}
            <CredentialPicks
              credentials={credentials}
              everything={everything}
              ticked={ticked}
              onToggle={toggle}
            />
          </fieldset>
          <AboutYou register={register} errors={formState.errors} />
          <div className="row">
            <Button tone="go" type="submit">
              {send.isPending ? t('sending') : t('send', { employer })}
            </Button>
            <ButtonLink href={`/jobs/${job.id}`}>{t('cancel')}</ButtonLink>
          </div>
        </form>
        <EmployerView
          initial={initial}
          name={name}
          ticked={ticked}
          coverage={coverage}
          stale={stale}
          error={error}
        />
      </div>
    </>
  );
}
