'use client';

import { useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { ChevronRight, Filter } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { useTRPC } from '#app/trpc/client.tsx';
import { Button } from '#app/ui/base/button.tsx';
import { Kbd } from '#app/ui/base/kbd.tsx';
import { Popover } from '#app/ui/base/popover.tsx';
import type { RankingListOutput } from '#server/matching/schemas.ts';
import { type ChoiceGroup, type FilterChoice, useFilterGroups } from './filter-choices.ts';
import { hrefOf, type OpenList } from './list-context.ts';

function Choice({ choice, onChoose }: { choice: FilterChoice; onChoose: (choice: FilterChoice) => void }) {
  const t = useTranslations('hire.filter');
  return (
    <Command.Item
      className="mi"
      value={choice.key}
      keywords={[choice.words]}
      onSelect={() => onChoose(choice)}
    >
      <bdi>{choice.words}</bdi>
      {choice.people !== undefined && (
        <span className="end quiet num">{t('people', { count: choice.people })}</span>
      )}
    </Command.Item>
  );
}

/** The kinds first; what is typed looks through all of them at once. */
function Choices({
  groups,
  typed,
  inside,
  onInside,
  onChoose,
}: {
  groups: readonly ChoiceGroup[];
  typed: string;
  inside: string | null;
  onInside: (key: string) => void;
  onChoose: (choice: FilterChoice) => void;
}) {
  const open = groups.find((group) => group.key === inside);
  if (!open && typed.trim() === '')
    return groups.map((group) => (
      <Command.Item key={group.key} className="mi" value={group.key} onSelect={() => onInside(group.key)}>
        {group.head}
        <span className="end">
          <ChevronRight className="ic" aria-hidden />
        </span>
      </Command.Item>
    ));
  return (open ? [open] : groups).map((group) => (
    <Command.Group key={group.key} heading={<span className="mh block">{group.head}</span>}>
      {group.choices.map((choice) => (
        <Choice key={choice.key} choice={choice} onChoose={onChoose} />
      ))}
    </Command.Group>
  ));
}

/** Every word typed must be in the words of the choice. */
function fits(_value: string, typed: string, keywords?: string[]): number {
  const words = (keywords ?? []).join(' ').toLowerCase();
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return wanted.every((word) => words.includes(word)) ? 1 : 0;
}

/** The button and the menu that narrow a list: arrows, Enter, Esc; Backspace on nothing typed goes back. */
export function AddFilter({
  list,
  skills,
  issuers,
  open,
  onOpenChange,
}: {
  list: OpenList;
  skills: readonly { skillKey: number; label: string }[];
  issuers: RankingListOutput['issuers'];
  open: boolean;
  onOpenChange: (open: boolean) => void;
}) {
  const t = useTranslations('hire.filter');
  const router = useRouter();
  const trpc = useTRPC();
  const { org, jobId, view } = list;
  const choices = useQuery({ ...trpc.ranking.choices.queryOptions({ org, jobId }), enabled: open });
  const groups = useFilterGroups(view.filter, skills, issuers, choices.data);
  const [typed, setTyped] = useState('');
  const [inside, setInside] = useState<string | null>(null);

  function change(next: boolean) {
    setTyped('');
    setInside(null);
    onOpenChange(next);
  }
  function choose({ filter }: FilterChoice) {
    change(false);
    router.push(hrefOf(view, { filter }));
  }
  return (
    <Popover
      label={t('add')}
      open={open}
      onOpenChange={change}
      trigger={
        <Button size="sm" icon={<Filter className="ic" aria-hidden />}>
          {t('add')} <Kbd>F</Kbd>
        </Button>
      }
    >
      <Command
        label={t('add')}
        className="filter-menu"
        filter={inside === null && typed.trim() === '' ? () => 1 : fits}
        onKeyDown={(event) => {
          if (event.key !== 'Backspace' || typed !== '' || inside === null) return;
          event.preventDefault();
          setInside(null);
        }}
      >
        <Command.Input
          className="in"
          value={typed}
          onValueChange={setTyped}
          aria-label={t('type')}
          autoFocus
        />
        <p className="mh">{t('addText')}</p>
        <Command.List className="filter-list">
          <Command.Empty className="mh">{t('nothing')}</Command.Empty>
          <Choices
            groups={groups}
            typed={typed}
            inside={inside}
            onInside={(key) => {
              setTyped('');
              setInside(key);
            }}
            onChoose={choose}
          />
        </Command.List>
        {choices.isError && <p className="mh">{t('choicesFailed')}</p>}
      </Command>
    </Popover>
  );
}
