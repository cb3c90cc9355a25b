'use client';

import { useMutation } from '@tanstack/react-query';
import { useTRPC } from '#app/trpc/client.tsx';
import type { ReportOutput } from '#server/credentials/schemas.ts';

/** What somebody wants to have checked, and whose they think it is. */
export type Question = { file: File | null; text: string; email: string };

/** A report with the question it answers. */
export type Answer = { question: Question; report: ReportOutput; at: Date; seconds: number };

/** Sends a question; nothing of it is kept on the server. */
export function useCheck() {
  const trpc = useTRPC();
  const check = useMutation(trpc.credentials.check.mutationOptions());
  return useMutation({
    mutationFn: async (question: Question): Promise<Answer> => {
      const form = new FormData();
      if (question.file) form.set('file', question.file);
      else form.set('text', question.text);
      if (question.email !== '') form.set('email', question.email);
      const started = performance.now();
      const report = await check.mutateAsync(form);
      return { question, report, at: new Date(), seconds: (performance.now() - started) / 1_000 };
    },
  });
}

/** The words of a failed check: the server's own, or null when no answer came at all. */
export function failureOf(error: unknown): { code: string; sentence: string; hint: string | null } | null {
  const { data, message } = error as {
    data?: { appCode?: string; hint?: string | null } | null;
    message?: string;
  };
  if (!data) return null;
  return { code: data.appCode ?? 'server.fault', sentence: message ?? '', hint: data.hint ?? null };
}
