'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { readRefused } from '#app/hire/refused.ts';
import { useTRPCClient } from '#app/trpc/client.tsx';
import type { JobOutput } from '#server/jobs/schemas.ts';
import { adoptIds, type Draft, draftOf, type Problems, readDraft } from './draft.ts';

const quietMs = 900;

/** How far saving is. `kept` = typed but not sent, because something does not fit. */
export type Saving = 'saved' | 'waiting' | 'saving' | 'kept' | 'failed' | 'conflict' | 'gone';

type Outcome = { ok: true } | { ok: false; code: string; problems: Problems };

/** Names the fields that keep a job from being published, as the server listed them. */
function problemsOf(details: Readonly<Record<string, unknown>>): Problems {
  return Object.fromEntries(
    Object.entries(details).flatMap(([field, code]) => (typeof code === 'string' ? [[field, code]] : [])),
  );
}

/**
 * Holds a job that is being edited. A draft saves itself a moment after the last key; a published job is saved when
 * asked, because everybody sees it. One save at a time; what is typed meanwhile goes with the next one.
 */
export function useJobDraft(org: string, initial: JobOutput) {
  const client = useTRPCClient();
  const [draft, setDraft] = useState(() => draftOf(initial));
  const [job, setJob] = useState(initial);
  const [saving, setSaving] = useState<Saving>('saved');
  const [savedAt, setSavedAt] = useState(initial.updatedAt);
  const latest = useRef({ draft, version: initial.version, dirty: false });
  const running = useRef<Promise<Outcome> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keep = useCallback((saved: JobOutput) => {
    latest.current.version = saved.version;
    setJob(saved);
    setSavedAt(saved.updatedAt);
  }, []);

  const fail = useCallback((error: unknown): Outcome => {
    const refused = readRefused(error);
    const states: Record<string, Saving> = {
      'job.changed_meanwhile': 'conflict',
      'job.closed': 'gone',
      'job.not_ready': 'kept',
    };
    setSaving(states[refused.code] ?? 'failed');
    return {
      ok: false,
      code: refused.code,
      problems: refused.code === 'job.not_ready' ? problemsOf(refused.details) : refused.fields,
    };
  }, []);

  const send = useCallback(async (): Promise<Outcome> => {
    const { content, problems } = readDraft(latest.current.draft);
    if (problems) {
      setSaving('kept');
      return { ok: false, code: 'input.malformed', problems };
    }
    latest.current.dirty = false;
    setSaving('saving');
    try {
      const { id } = initial;
      const saved = await client.jobs.update.mutate({
        org,
        jobId: id,
        version: latest.current.version,
        ...content,
      });
      keep(saved);
      const adopted = { ...latest.current.draft, lines: adoptIds(latest.current.draft.lines, saved) };
      latest.current.draft = adopted;
      setDraft(adopted);
      setSaving(latest.current.dirty ? 'waiting' : 'saved');
      return { ok: true };
    } catch (error) {
      latest.current.dirty = true;
      return fail(error);
    }
  }, [client, org, initial, keep, fail]);

  /** Saves what is there now, after a save that is under way. */
  const save = useCallback(async (): Promise<Outcome> => {
    clearTimeout(timer.current);
    await running.current;
    const mine = latest.current.dirty ? send() : Promise.resolve<Outcome>({ ok: true });
    running.current = mine;
    const outcome = await mine;
    if (running.current === mine) running.current = null;
    return outcome;
  }, [send]);

  const automatic = job.status === 'draft' && saving !== 'conflict' && saving !== 'gone';
  const change = useCallback(
    (patch: Partial<Draft>) => {
      const next = { ...latest.current.draft, ...patch };
      latest.current = { ...latest.current, draft: next, dirty: true };
      setDraft(next);
      clearTimeout(timer.current);
      if (!automatic) {
        setSaving((now) => (now === 'saved' ? 'waiting' : now));
        return;
      }
      setSaving((now) => (now === 'saving' ? now : 'waiting'));
      timer.current = setTimeout(() => void save(), quietMs);
    },
    [automatic, save],
  );

  /** Saves, then publishes or closes. */
  const become = useCallback(
    async (state: 'publish' | 'close'): Promise<Outcome> => {
      const saved = await save();
      if (!saved.ok) return saved;
      try {
        keep(await client.jobs[state].mutate({ org, jobId: initial.id, version: latest.current.version }));
        return { ok: true };
      } catch (error) {
        return fail(error);
      }
    },
    [client, org, initial.id, keep, save, fail],
  );

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (latest.current.dirty || running.current) event.preventDefault();
    };
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('beforeunload', warn);
      clearTimeout(timer.current);
    };
  }, []);

  /** Takes what somebody else stored meanwhile; what was typed here goes. */
  const takeTheirs = useCallback(async () => {
    try {
      const fresh = await client.jobs.get.query({ org, jobId: initial.id });
      const theirs = draftOf(fresh);
      latest.current = { draft: theirs, version: fresh.version, dirty: false };
      setDraft(theirs);
      keep(fresh);
      setSaving('saved');
    } catch (error) {
      fail(error);
    }
  }, [client, org, initial.id, keep, fail]);

  /** Stores what was typed here over what somebody else stored; only ever when asked. */
  const keepMine = useCallback(async (): Promise<Outcome> => {
    try {
      const fresh = await client.jobs.get.query({ org, jobId: initial.id });
      latest.current = { ...latest.current, version: fresh.version, dirty: true };
    } catch (error) {
      return fail(error);
    }
    return save();
  }, [client, org, initial.id, save, fail]);

  const isDirty = useCallback(() => latest.current.dirty, []);

  return { draft, job, saving, savedAt, change, save, become, takeTheirs, keepMine, isDirty };
}
