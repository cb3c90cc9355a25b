import { describe, expect, it } from 'vitest';
import { stages } from '#server/applications/core/pipeline.ts';
import { hidingStages, identify, reachesNames } from '#server/jobs/core/hidden-names.ts';

const person = {
  candidateId: '01890a5d-ac96-774b-bcce-b302099a8057',
  stage: 'applied',
  revealedAt: null,
  alias: 4471,
  names: ['Ada Lovelace', 'Ada King'],
};

describe('hidden names', () => {
  it('names stages of the pipeline, in its order', () => {
    expect(stages.filter((stage) => (hidingStages as readonly string[]).includes(stage))).toEqual(
      hidingStages,
    );
  });

  it('shows names from the stage on that the job asks, and to nobody before', () => {
    const shown = stages.filter((stage) => reachesNames('interview', stage));
    expect(shown).toEqual(['interview', 'offer', 'hired']);
    expect(stages.every((stage) => reachesNames(null, stage))).toBe(true);
    expect(reachesNames('screen', null)).toBe(false);
  });

  it('puts a number in place of the name, and masks what is said about and by the person', () => {
    const { name, hidden, mask, maskOwn } = identify({ namesHiddenUntil: 'interview' }, person);
    expect([name, hidden]).toEqual(['Candidate 4471', true]);
    expect(mask('Certificate of Ada King')).toBe('Certificate of Candidate 4471');
    expect(maskOwn('I am Ada: https://ada.example')).toBe('I am Candidate 4471: [address hidden]');
  });

  it('keeps a name that was shown, also after a decline', () => {
    const declined = { ...person, stage: 'declined' };
    const job = { namesHiddenUntil: 'interview' };
    expect(identify(job, declined).hidden).toBe(true);
    expect(identify(job, { ...declined, revealedAt: new Date(0) })).toMatchObject({
      name: 'Ada Lovelace',
      hidden: false,
    });
  });

  it('gives people who did not apply six digits, always the same', () => {
    const found = { ...person, stage: null, alias: null };
    const { name } = identify({ namesHiddenUntil: 'screen' }, found);
    expect(name).toMatch(/^Candidate \d{6}$/);
    expect(identify({ namesHiddenUntil: 'offer' }, found).name).toBe(name);
  });
});
