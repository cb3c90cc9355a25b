const dayMs = 86_400_000;

/** Until when an answer is promised, and whether that has passed. `answerDays` null = no promise. */
export function answerPromise(
  application: { stage: string; appliedAt: Date },
  answerDays: number | null,
  now: Date,
): { answerBy: Date | null; late: boolean } {
  // Any move is an answer: only people who still stand where they began are waiting for one.
  if (answerDays === null || application.stage !== 'applied') return { answerBy: null, late: false };
  const answerBy = new Date(application.appliedAt.getTime() + answerDays * dayMs);
  return { answerBy, late: answerBy < now };
}
