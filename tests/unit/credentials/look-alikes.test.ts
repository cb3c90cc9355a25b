import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLookAlike, indexRecognised } from '#server/credentials/core/look-alikes/find-look-alike.ts';
import { hasMixedScripts, showHost, toUnicodeHost } from '#server/credentials/core/look-alikes/host-names.ts';
import { isOneEditApart, skeletonOfName } from '#server/credentials/core/look-alikes/skeleton.ts';

const recognised = [
  ['Northfold Institute of Technology', 'badges.northfold.example'],
  ['Quillon Data Guild', 'quillon.example'],
  ['Tessellate Academy', 'tessellate.example'],
  ['Brightwater Skills Trust', 'skills-trust.example'],
  ['University of Lisbon', 'ulisboa.example'],
  ['Massachusetts Institute of Technology', 'digitalcredentials.mit.example'],
].map(([name = '', host = '']) => ({ id: `did:web:${host}`, name, homepage: `https://www.${host}` }));
const index = indexRecognised(recognised);
const hostOf = (host: string) => new URL(`https://${host}`).hostname;
const look = (name: string | null, id: string) => findLookAlike({ id, name, homepage: null }, index);

describe('a planted fraud is flagged', () => {
  it.each([
    ['a digit for a letter', 'Northfo1d Institute of Technology', 'did:key:z6Mk1', 'name'],
    ['a Cyrillic letter', 'Quillоn Data Guild', 'did:key:z6Mk2', 'name'],
    ['two letters swapped', 'Tessellate Acadmey', 'did:key:z6Mk3', 'name'],
    ['another top-level domain', 'Guild of Q', 'did:web:quillon.test', 'host'],
    ['a hyphen less', 'Trust', 'https://skillstrust.example/profile.json', 'host'],
    ['words that tell nothing', 'The Lisbon University Ltd', 'did:key:z6Mk4', 'name'],
    ['full-width letters', 'Ｔｅｓｓｅｌｌａｔｅ Academy', 'did:key:z6Mk5', 'name'],
    ['a host in Punycode', 'Q', `did:web:${hostOf('quillоn.example')}`, 'host'],
    ['a host with one letter more', 'Q', 'did:web:quillonn.example', 'host'],
  ])('%s', (_how, name, id, by) => {
    expect(look(name, id)).toMatchObject({ by, resembles: { id: expect.stringContaining('did:web:') } });
  });

  it('a label that mixes scripts, even when it resembles nobody', () => {
    expect(look('Somebody', `did:web:${hostOf('аcademy.example')}`)).toEqual({
      by: 'mixed-scripts',
      resembles: null,
    });
  });
});

/** Names of real kinds of issuers that are nobody's imitation, among them near ones. */
const honest =
  `Aalto Open Academy;Academy of Data;Bayside College;Bright Minds;Brightwater Sailing Club;Calla Coding School
Certify-4-All Online;City of Porto;Data Guild Berlin;Deutsche Handwerkskammer;École du Code;Fernhollow Energy Cooperative
First Aid Foundation;Gilda Data School;Global Skills Trust;Guild of Bakers;Halcyon Forecasting School;Harrow and Wick
Instituto Superior Técnico;Institute of Technology;Institute of Welding;Ironbridge Guild;Københavns Universitet
Kestrel Loop;Lagos Business School;Learn to Code;Lisbon Bootcamp;Московский университет;Massachusetts Bay College
Mossfield Nursing School;My University;Nordic Skills;Northfield College;Northern Institute;Open Foundry Collective
Oporto Academy;Participate, Inc;Quill and Ink;Quarry Data Club;Royal Society of Arts;Saltmarsh Health;Skills Factory
Tessera Academy;Technical University;The Data School;Trust for Skills;University of Porto;University of Lagos
Ångström Institute;Πανεπιστήμιο Αθηνών;東京大学;Warwick Analytics`
    .split(/[;\n]/)
    .map((name) => name.trim());

describe('an honest issuer is not', () => {
  it('is tried with fifty', () => {
    expect(honest.length).toBeGreaterThanOrEqual(50);
  });

  it.each(honest.map((name, at) => [name, `did:web:issuer-${at}.org`]))('%s', (name, id) => {
    expect(look(name, id)).toBeNull();
  });

  it.each([
    [
      'another tenant of one platform',
      'did:web:tenant-1.platform.example',
      'https://tenant-2.platform.example',
    ],
    ['another path at one host', 'did:web:platform.example:one', 'https://platform.example/two'],
    ['the same host', 'did:web:platform.example', 'https://platform.example/profile.json'],
  ])('%s', (_what, known, id) => {
    const one = indexRecognised([{ id: known, name: 'One', homepage: null }]);
    expect(findLookAlike({ id, name: 'Two', homepage: null }, one)).toBeNull();
  });

  it('with no name and no host', () => {
    expect(look(null, 'did:key:z6Mk')).toBeNull();
    expect(look('!!!', 'urn:uuid:1')).toBeNull();
  });
});

describe('hosts', () => {
  it.each(['münchen', 'ö', 'ελληνικά', '東京大学', 'quillоn', 'bücher-und-mehr', '💎gem'])(
    '%s is read back from its A-label',
    (label) => {
      const { hostname } = new URL(`https://${label}.example`);
      expect(hostname).toContain('xn--');
      expect(toUnicodeHost(hostname)).toBe(`${label}.example`);
    },
  );

  it('are shown in A-labels when one of them mixes scripts', () => {
    const mixed = new URL('https://quillоn.example').hostname;
    expect(hasMixedScripts(mixed)).toBe(true);
    expect(showHost(mixed)).toBe(mixed);
    expect(showHost(new URL('https://münchen.example').hostname)).toBe('münchen.example');
  });

  it('that only look like Punycode stay as they are', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^xn--[a-z0-9-]{0,40}$/), (label) => {
        expect(typeof toUnicodeHost(`${label}.example`)).toBe('string');
      }),
    );
  });

  it('agree with the platform on any label', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-zа-яα-ω]{1,20}$/u), (label) => {
        const { hostname } = new URL(`https://a${label}.example`);
        const parts = toUnicodeHost(hostname).split('.');
        expect(new URL(`https://${parts.join('.')}`).hostname).toBe(hostname);
      }),
    );
  });
});

describe('skeletons', () => {
  it('forget case, spaces, punctuation and marks', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{3,20}$/), fc.constantFrom(' ', '-', '. ', '—'), (word, mark) => {
        expect(skeletonOfName(`${word.toUpperCase()}${mark}${word}`)).toBe(skeletonOfName(word + word));
      }),
    );
  });

  it('one edit apart is what one edit makes', () => {
    const edit = fc.tuple(
      fc.stringMatching(/^[a-z]{1,15}$/),
      fc.nat(15),
      fc.stringMatching(/^[a-z]$/),
      fc.nat(3),
    );
    fc.assert(
      fc.property(edit, ([word, place, letter, kind]) => {
        const at = Math.min(place, word.length);
        const [head, tail] = [word.slice(0, at), word.slice(at)];
        const swapped = tail.length > 1 ? `${tail[1]}${tail[0]}${tail.slice(2)}` : tail;
        const made = [
          `${head}${letter}${tail}`,
          head + tail.slice(1),
          `${head}${letter}${tail.slice(1)}`,
          head + swapped,
        ];
        expect(isOneEditApart(word, made[kind] ?? word)).toBe(true);
        expect(isOneEditApart(made[kind] ?? word, word)).toBe(true);
      }),
    );
  });

  it.each([
    ['abcdef', 'abcdfe', true],
    ['abcdef', 'abdcfe', false],
    ['abcdef', 'abc', false],
    ['abcdef', 'xbcdey', false],
  ])('%s and %s: %s', (a, b, apart) => {
    expect(isOneEditApart(a, b)).toBe(apart);
  });
});
