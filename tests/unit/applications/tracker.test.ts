import { describe, expect, it } from 'vitest';
import { isClosed, stepsOf } from '#app/(candidate)/applications/application-state.ts';
import { calendarState } from '#server/applications/core/calendar-state.ts';
import { findWouldHave, type ReceiptPart, receiptNumber } from '#server/applications/core/counterfactual.ts';
import { foldLines } from '#server/applications/core/fold-lines.ts';
import { closesAt, silenceStep } from '#server/applications/core/silence.ts';

const now = new Date('2026-11-23T09:00:00Z');
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);

describe('the line of stages', () => {
  const plan = ['applied', 'screen', 'task', 'interview', 'offer'] as const;
  const sent = { appliedAt: days(-9), timeline: [], steps: [...plan], stage: 'applied' as const };
  const words = (facts: Parameters<typeof stepsOf>[0]) =>
    stepsOf(facts).map((step) => `${step.stage} ${step.state}`);

  it('begins where the person applied, and names what may follow', () => {
    expect(words(sent)).toEqual([
      'applied now',
      'screen later',
      'task later',
      'interview later',
      'offer later',
    ]);
  });

  it('leaves out what was skipped, and says when the rest was reached', () => {
    const timeline = [{ stage: 'interview' as const, at: days(-2) }];
    const moved = { ...sent, stage: 'interview' as const, timeline };
    expect(words(moved)).toEqual(['applied done', 'interview now', 'offer later']);
    expect(stepsOf(moved).map((step) => step.at)).toEqual([days(-9), days(-2), null]);
  });

  it('shows only the stages of the job, and the one that somebody stands in although it was dropped', () => {
    const steps = plan.filter((stage) => stage === 'applied' || stage === 'offer');
    expect(words({ ...sent, steps })).toEqual(['applied now', 'offer later']);
    const timeline = [{ stage: 'screen' as const, at: days(-3) }];
    expect(words({ ...sent, steps, stage: 'screen', timeline })).toEqual([
      'applied done',
      'screen now',
      'offer later',
    ]);
  });

  it('ends with the application, or with the job', () => {
    expect(isClosed({ stage: 'screen', jobEnd: null })).toBe(false);
    expect(isClosed({ stage: 'screen', jobEnd: { closedAt: now, silent: true } })).toBe(true);
    for (const stage of ['hired', 'declined', 'withdrawn'] as const)
      expect(isClosed({ stage, jobEnd: null })).toBe(true);
  });
});

describe('what would have changed a decline', () => {
  const part = (label: string, pointsTenths: number, ofTenths: number, must = false): ReceiptPart => ({
    ...{ label, must, pointsTenths, ofTenths },
    status: pointsTenths === ofTenths ? 'met' : pointsTenths > 0 ? 'partly' : 'unmet',
  });
  const parts = [part('SQL', 300, 300, true), part('Design', 181, 350, true), part('R', 0, 350)];
  const of = (reason: Parameters<typeof findWouldHave>[0]['reason'], given = parts) =>
    findWouldHave({ reason, totalTenths: 481, parts: given });

  it('is every open must-have, when one was missing', () => {
    expect(of('must-not-proven')).toEqual({
      ...{ kind: 'proof', labels: ['Design'], fromTenths: 481, toTenths: 650, mustsMet: true },
    });
  });

  it('is the requirement that weighs most, when others covered more', () => {
    expect(of('others-cover-more')).toEqual({
      ...{ kind: 'proof', labels: ['R'], fromTenths: 481, toTenths: 831, mustsMet: false },
    });
  });

  it('claims nothing for reasons that do not rest on proof, or where nothing was measured', () => {
    expect(of('terms-differ').kind).toBe('elsewhere');
    expect(of('position-filled').kind).toBe('elsewhere');
    expect(of('other').kind).toBe('own-words');
    expect(of('must-not-proven', [part('SQL', 300, 300, true)]).kind).toBe('unmeasured');
    expect(findWouldHave({ reason: 'must-not-proven', totalTenths: null, parts: [] }).kind).toBe(
      'unmeasured',
    );
  });

  it('has a receipt with a number of its day and its own', () => {
    expect(receiptNumber('019a0000-0000-7000-8000-0000deadbeef', now)).toBe('R-20261123-DEADBEEF');
  });
});

describe('a silent job', () => {
  it('is warned of after 23 days and closed after 30', () => {
    expect(silenceStep(days(-22), null, now)).toBe('wait');
    expect(silenceStep(days(-23), null, now)).toBe('tell');
    expect(silenceStep(days(-29), days(-6), now)).toBe('wait');
    expect(silenceStep(days(-30), days(-7), now)).toBe('close');
  });

  it('is never closed unwarned, nor on a warning about another silence', () => {
    expect(silenceStep(days(-90), null, now)).toBe('tell');
    expect(silenceStep(days(-90), days(-3), now)).toBe('wait');
    expect(silenceStep(days(-40), days(-50), now)).toBe('tell');
    expect(closesAt(days(-90), now)).toEqual(days(7));
    expect(closesAt(days(-23), now)).toEqual(days(7));
  });
});

describe('a calendar entry', () => {
  const application = { stage: 'interview', noticeAt: null, appliedAt: days(-9), jobClosed: false };
  const entry = { sequence: 2, cancelledAt: null, setAt: days(-1), application };
  const state = (change: Partial<typeof application>) =>
    calendarState({ ...entry, application: { ...application, ...change } }, now);

  it('stands until it is cancelled', () => {
    expect(calendarState(entry, now)).toEqual({ cancelled: false, sequence: 2 });
    expect(calendarState({ ...entry, cancelledAt: now }, now)).toEqual({ cancelled: true, sequence: 2 });
  });

  it('falls away with its application, as one change more, and not before a decline is told', () => {
    const gone = { cancelled: true, sequence: 3 };
    expect(state({ stage: 'withdrawn' })).toEqual(gone);
    expect(state({ jobClosed: true })).toEqual(gone);
    expect(state({ appliedAt: now })).toEqual(gone);
    expect(
      calendarState({ ...entry, application: { ...application, stage: 'declined', noticeAt: now } }, now),
    ).toEqual(gone);
    const untold = { ...application, stage: 'declined', noticeAt: days(1) };
    expect(calendarState({ ...entry, application: untold }, now)).toEqual({ cancelled: false, sequence: 2 });
  });

  it('is folded at 75 octets, between letters of any script, and unfolds to what it was', () => {
    const line = `SUMMARY:${'Þórunn مهندسة البيانات 数据工程师 👩🏽‍🔧 '.repeat(8)}`;
    const folded = foldLines(`BEGIN:VCALENDAR\r\n${line}\r\nEND:VCALENDAR\r\n`);
    for (const row of folded.split('\r\n')) expect(Buffer.byteLength(row)).toBeLessThanOrEqual(75);
    expect(folded).not.toContain('\ufffd');
    expect(folded.replaceAll('\r\n ', '')).toContain(line);
    expect(foldLines(folded)).toBe(folded);
  });
});
