'use client';

import { useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { ArrowRight, Award, Briefcase, Building2, Keyboard, Users } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { Dialog } from 'radix-ui';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { ProcedureProvider, useTRPC } from '#app/trpc/client.tsx';
import { Kbd } from '#app/ui/base/kbd.tsx';
import { goKeys, type PalettePlace } from './places.ts';

type Props = {
  places: readonly PalettePlace[];
  org: string | undefined;
  onClose: () => void;
  onAllKeys: () => void;
};

type Result = { label: string; href: string; detail: string | null };
type Group = { title: string; icon: ReactNode; results: readonly Result[] };

/** What the server finds for the words, in groups of the order in which they are shown. */
function useFound(
  words: string,
  org: string | undefined,
): { groups: Group[]; busy: boolean; failed: boolean } {
  const t = useTranslations('palette');
  const procedures = useTRPC();
  const q = useDeferredValue(words.trim());
  const enabled = q !== '';
  const keep = { placeholderData: (before: unknown) => before as never, enabled };
  const anywhere = useQuery(procedures.palette.anywhere.queryOptions({ q }, keep));
  const house = useQuery(
    procedures.palette.house.queryOptions(
      { q, org: org ?? '' },
      { ...keep, enabled: enabled && org !== undefined },
    ),
  );
  const none: Result[] = [];
  const own = enabled ? house.data : undefined;
  const open = enabled ? anywhere.data : undefined;
  const people = <Users className="ic" aria-hidden />;
  const jobs = <Briefcase className="ic" aria-hidden />;
  return {
    groups: [
      { title: t('people'), icon: people, results: own?.people ?? none },
      { title: t('houseJobs'), icon: jobs, results: own?.jobs ?? none },
      {
        title: t('credentials'),
        icon: <Award className="ic" aria-hidden />,
        results: open?.credentials ?? none,
      },
      { title: t('openJobs'), icon: jobs, results: open?.jobs ?? none },
      {
        title: t('issuers'),
        icon: <Building2 className="ic" aria-hidden />,
        results: (open?.issuers ?? []).map(({ recognised, detail, ...issuer }) => ({
          ...issuer,
          detail: recognised ? detail : t('unrecognised', { id: detail ?? '' }),
        })),
      },
    ].filter(({ results }) => results.length > 0),
    busy: enabled && (anywhere.isFetching || house.isFetching),
    failed: anywhere.isError || house.isError,
  };
}

function Line({ icon, children, hint }: { icon: ReactNode; children: ReactNode; hint?: ReactNode }) {
  return (
    <>
      {icon}
      <span className="what">{children}</span>
      {hint !== undefined && <span className="end">{hint}</span>}
    </>
  );
}

function Body({ places, org, onClose, onAllKeys }: Props) {
  const t = useTranslations('palette');
  const router = useRouter();
  const [words, setWords] = useState('');
  const { groups, busy, failed } = useFound(words, org);
  const go = (href: string) => {
    onClose();
    router.push(href);
  };
  const asked = words.trim().toLowerCase();
  const pages = places.filter(({ label }) => label.toLowerCase().includes(asked));
  const wantsKeys = t('allKeys').toLowerCase().includes(asked);
  const count = pages.length + groups.reduce((sum, { results }) => sum + results.length, 0);
  return (
    <Command label={t('label')} shouldFilter={false} loop>
      <Command.Input
        className="in"
        value={words}
        onValueChange={setWords}
        placeholder=""
        aria-label={t('label')}
      />
      <Command.List className="list" label={t('results')}>
        {pages.length > 0 && (
          <Command.Group heading={<span className="mh">{t('pages')}</span>}>
            {pages.map(({ key, href, label }) => (
              <Command.Item key={href} className="mi" value={`page ${href}`} onSelect={() => go(href)}>
                <Line
                  icon={<ArrowRight className="ic" aria-hidden />}
                  hint={goKeys[key] && <Kbd>{t('goKey', { letter: goKeys[key].toUpperCase() })}</Kbd>}
                >
                  {label}
                </Line>
              </Command.Item>
            ))}
          </Command.Group>
        )}
        {groups.map(({ title, icon, results }) => (
          <Command.Group key={title} heading={<span className="mh">{title}</span>}>
            {results.map(({ label, href, detail }) => (
              <Command.Item key={href} className="mi" value={href} onSelect={() => go(href)}>
                <Line icon={icon}>
                  <bdi>{label}</bdi> {detail !== null && <bdi className="quiet sm">{detail}</bdi>}
                </Line>
              </Command.Item>
            ))}
          </Command.Group>
        ))}
        {wantsKeys && (
          <Command.Group heading={<span className="mh">{t('do')}</span>}>
            <Command.Item className="mi" value="all keys" onSelect={onAllKeys}>
              <Line icon={<Keyboard className="ic" aria-hidden />} hint={<Kbd>?</Kbd>}>
                {t('allKeys')}
              </Line>
            </Command.Item>
          </Command.Group>
        )}
        {!busy && count === 0 && !wantsKeys && (
          <Command.Empty className="mh">{t('nothing', { words })}</Command.Empty>
        )}
      </Command.List>
      <p className="vh" role="status">
        {failed ? t('failed') : asked !== '' && !busy ? t('count', { count }) : ''}
      </p>
      {failed && <p className="mh">{t('failed')}</p>}
    </Command>
  );
}

/** One line to go anywhere: pages, jobs, people, own credentials, issuers. Opened by Ctrl or ⌘ K. */
export function Palette(props: Props) {
  const t = useTranslations('palette');
  return (
    <Dialog.Root open onOpenChange={(open) => !open && props.onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className="veil palette-veil">
          <Dialog.Content className="menu palette" aria-describedby={undefined}>
            <Dialog.Title className="vh">{t('jump')}</Dialog.Title>
            <ProcedureProvider>
              <Body {...props} />
            </ProcedureProvider>
          </Dialog.Content>
        </Dialog.Overlay>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
