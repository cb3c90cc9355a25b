/** What decides whether a calendar entry still stands. */
export interface CalendarFacts {
  sequence: number;
  cancelledAt: Date | null;
  setAt: Date;
  application: { stage: string; noticeAt: Date | null; appliedAt: Date; jobClosed: boolean };
}

/**
 * Whether an interview takes place, with the sequence of its calendar entry. It falls away with its application: when
 * that is withdrawn, declined and told, or its job closed. An entry that fell away counts one change more.
 */
export function calendarState(interview: CalendarFacts, now: Date): { cancelled: boolean; sequence: number } {
  const { sequence, cancelledAt, setAt, application } = interview;
  if (cancelledAt !== null) return { cancelled: true, sequence };
  const { stage, noticeAt, appliedAt, jobClosed } = application;
  const told = stage === 'declined' && noticeAt !== null && noticeAt <= now;
  // Who withdrew and applied again has a new application; its interviews are set anew.
  const earlier = setAt < appliedAt;
  const gone = stage === 'withdrawn' || told || jobClosed || earlier;
  return gone ? { cancelled: true, sequence: sequence + 1 } : { cancelled: false, sequence };
}
