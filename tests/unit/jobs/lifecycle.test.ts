import { describe, expect, it } from 'vitest';
import { jobStatuses, mayBecome, publishProblems, takesApplications } from '#server/jobs/core/lifecycle.ts';

const now = new Date('2026-11-23T09:00:00Z');
const ready = {
  title: 'Data engineer',
  description: 'Builds things.',
  workplace: 'hybrid',
  place: 'Lisbon',
  payMin: null,
  payMax: null,
  payCurrency: null,
  payPeriod: null,
  validThrough: null,
};

describe('the states of a job', () => {
  it('lead from draft to published to closed and never back', () => {
    const allowed = jobStatuses.flatMap((from) =>
      jobStatuses.filter((to) => mayBecome(from, to)).map((to) => `${from} to ${to}`),
    );
    expect(allowed).toEqual(['draft to published', 'draft to closed', 'published to closed']);
  });
});

describe('what keeps a draft from being published', () => {
  it('is nothing when title, text and place are there; requirements are not needed', () => {
    expect(publishProblems(ready, now)).toEqual([]);
  });

  it('is an empty place, unless the job is remote', () => {
    expect(publishProblems({ ...ready, place: ' ' }, now).map((each) => each.code)).toEqual([
      'job.place_missing',
    ]);
    expect(publishProblems({ ...ready, place: null, workplace: 'remote' }, now)).toEqual([]);
  });

  it('is named all at once, in the order of the form', () => {
    const empty = {
      ...ready,
      title: '',
      description: '',
      place: null,
      payMin: 9,
      payMax: 3,
      validThrough: now,
    };
    expect(publishProblems(empty, now).map((each) => each.code)).toEqual([
      'job.title_missing',
      'job.description_missing',
      'job.place_missing',
      'job.pay_without_unit',
      'job.pay_reversed',
      'job.end_passed',
    ]);
  });
});

describe('taking applications', () => {
  it('ends at the last day, and with the state', () => {
    const later = new Date('2026-11-24T00:00:00Z');
    expect(takesApplications({ status: 'published', validThrough: null }, now)).toBe(true);
    expect(takesApplications({ status: 'published', validThrough: later }, now)).toBe(true);
    expect(takesApplications({ status: 'published', validThrough: now }, now)).toBe(false);
    expect(takesApplications({ status: 'closed', validThrough: later }, now)).toBe(false);
    expect(takesApplications({ status: 'draft', validThrough: null }, now)).toBe(false);
  });
});
