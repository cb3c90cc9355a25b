import type { AnchorView, CredentialView, Tier, Verdict } from './report.ts';

type Rule = { id: string; level: Tier['level']; sentence: string };

/**
 * The rules of evidence strength (features V8), strongest first. Each asks for structure that the securing covers;
 * no rule reads free text, so that an issuer cannot raise a credential by describing it.
 */
export const tierRules = [
  {
    id: 'licence-that-ends',
    level: 5,
    sentence: 'A licence that ends on a date and that its issuer can withdraw.',
  },
  {
    id: 'reviewed-work',
    level: 4,
    sentence: 'The work itself is linked, and somebody rated it against a rubric.',
  },
  {
    id: 'marked-exam',
    level: 3,
    sentence: 'An assessment with a mark on a scale that the issuer describes.',
  },
  { id: 'stated-result', level: 2, sentence: 'A result is stated, without a scale to read it by.' },
  { id: 'attendance', level: 1, sentence: 'The issuer states that it was earned, and nothing about how.' },
  {
    id: 'self-made-issuer',
    level: 1,
    sentence: 'The issuer is only a key that nobody stands behind, so it counts as attendance at most.',
  },
  {
    id: 'demo-network',
    level: 0,
    sentence: 'It is anchored in a test network, or nowhere: a demonstration, which counts nothing.',
  },
  {
    id: 'platform-page',
    level: 1,
    sentence: 'The public page of a learning platform shows it, and nobody signed it.',
  },
  { id: 'not-signed', level: 0, sentence: 'Nobody secured it: it is a claim.' },
  { id: 'not-standing', level: 0, sentence: 'It does not stand, so it is a claim.' },
] as const satisfies readonly Rule[];

type RuleId = (typeof tierRules)[number]['id'];

const licences = ['License', 'Licence'];
const scales = [
  'GradePointAverage',
  'LetterGrade',
  'Percent',
  'RawScore',
  'ScaledScore',
  'Result',
  'PredictedScore',
];

function tier(rule: RuleId): Tier {
  const level = tierRules.find(({ id }) => id === rule)?.level ?? 0;
  return { level, rule };
}

/**
 * How strong the evidence is. `canBeWithdrawn` is true when a status list or revocation list goes with it.
 * An invalid credential is a claim; an unknown one keeps the tier it will have once it can be checked.
 */
export function rateTier(
  view: CredentialView,
  verdict: Verdict,
  canBeWithdrawn: boolean,
  anchor: AnchorView | null = null,
): Tier {
  if (anchor?.isDemo && verdict !== 'invalid') return tier('demo-network');
  const wasRead = view.page?.readAt != null;
  if (!view.signed && !wasRead) return tier('not-signed');
  if (verdict === 'invalid') return tier('not-standing');
  if (!view.signed) return tier('platform-page');
  const rated = tier(ruleFor(view, canBeWithdrawn));
  const isSelfMade = /^did:(?:key|jwk):/.test(view.issuer.id ?? '');
  return isSelfMade && rated.level > 1 ? tier('self-made-issuer') : rated;
}

function ruleFor(view: CredentialView, canBeWithdrawn: boolean): RuleId {
  const { results } = view;
  const isLicence = licences.includes(view.achievementType ?? '');
  if (isLicence && view.validUntil !== null && canBeWithdrawn) return 'licence-that-ends';
  const hasWork = view.evidence.some((item) => /^https:\/\//.test(item.id ?? ''));
  const isRated = results.some((result) => result.achievedLevel !== null);
  if (hasWork && isRated) return 'reviewed-work';
  const isMarked = results.some((result) => result.value !== null && scales.includes(result.type ?? ''));
  if (isMarked || isRated) return 'marked-exam';
  return results.some((result) => result.value !== null) ? 'stated-result' : 'attendance';
}
