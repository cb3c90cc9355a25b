import { type ParsedUri, parseSkillUri } from './skill-uri.ts';

/** What an Open Badges alignment states about its target; members of other types are to be passed as null. */
export type AlignmentStatement = {
  targetUrl?: string | null | undefined;
  targetType?: string | null | undefined;
  targetFramework?: string | null | undefined;
  targetCode?: string | null | undefined;
};

/** The vocabulary an alignment points into. */
export type AlignmentScheme = 'esco' | 'onet' | 'ctdl' | 'case' | 'other';

/** What sort of thing an alignment points at; only `skill` may ever be read as a skill. */
export type AlignmentKind = 'skill' | 'occupation' | 'credential' | 'other';

/** The classified target; `uri` is the canonical spelling, null when no usable URI was stated. */
export type AlignmentTarget = { scheme: AlignmentScheme; kind: AlignmentKind; uri: string | null };

/**
 * Says what an alignment (OB 3.0 `Alignment`, OB 2.0 `AlignmentObject`) points at.
 *
 * ESCO and O*NET have no `targetType` of their own, so the address decides; where the address names the kind of
 * the concept, it also overrules a contradicting `targetType`. The name of the framework is asked only when there is
 * no usable address, and then never yields a skill.
 */
export function classifyAlignmentTarget(alignment: AlignmentStatement): AlignmentTarget {
  const parsed = parseSkillUri(alignment.targetUrl ?? '');
  if (parsed === null) {
    return { scheme: schemeOfFramework(alignment.targetFramework ?? ''), kind: 'other', uri: null };
  }
  const scheme = parsed.scheme === 'assay' ? 'other' : parsed.scheme;
  const stated = kindOfType(alignment.targetType ?? '');
  return { scheme, kind: kindOf(parsed, stated, alignment), uri: parsed.uri };
}

function kindOf(
  parsed: ParsedUri,
  stated: AlignmentKind | null,
  alignment: AlignmentStatement,
): AlignmentKind {
  switch (parsed.scheme) {
    case 'assay':
      return 'skill';
    case 'esco':
      return kindOfEsco(parsed.segment);
    case 'onet':
      return kindOfOnet(parsed);
    case 'ctdl':
      return kindOfCtdl(parsed.segment) ?? stated ?? kindOfCode(alignment);
    case 'case':
      // OB 2.0 alignments state no type; a plain CASE address then stands for an item.
      if (parsed.segment !== null) return parsed.segment.toLowerCase() === 'cfitems' ? 'skill' : 'other';
      return stated ?? ((alignment.targetType ?? '') === '' ? 'skill' : 'other');
    default:
      return stated ?? 'other';
  }
}

function kindOfEsco(segment: string | null): AlignmentKind {
  if (segment === 'skill') return 'skill';
  if (segment === 'occupation' || segment === 'isco') return 'occupation';
  return segment === 'qualification' ? 'credential' : 'other';
}

/** Elements below 2.A–2.C are skills and knowledge, below 1.A abilities; interests, values and tasks are not skills. */
function kindOfOnet(parsed: ParsedUri): AlignmentKind {
  if (parsed.segment === 'technology') return 'skill';
  if (parsed.segment === 'occupation') return 'occupation';
  return parsed.segment === 'element' && /\/(?:1\.A|2\.[ABC])\./.test(parsed.uri) ? 'skill' : 'other';
}

function kindOfCtdl(segment: string | null): AlignmentKind | null {
  if (segment === 'competency') return 'skill';
  if (segment === 'credential') return 'credential';
  return segment === 'occupation' ? 'occupation' : null;
}

/** OB 3.0 Appendix D writes `targetType: CTDL` with the class of the credential as code. */
function kindOfCode(alignment: AlignmentStatement): AlignmentKind {
  const code = (alignment.targetCode ?? '').trim().toLowerCase();
  return ['badge', 'certificate', 'certification', 'degree', 'diploma', 'license'].includes(code)
    ? 'credential'
    : 'other';
}

function kindOfType(targetType: string): AlignmentKind | null {
  const name = targetType
    .trim()
    .replace(/^.*[:/#]/, '')
    .toLowerCase();
  if (['competency', 'cfitem', 'skill', 'escoskill'].includes(name)) return 'skill';
  if (name === 'occupation') return 'occupation';
  if (['credential', 'badge', 'certificate', 'certification', 'degree', 'license'].includes(name))
    return 'credential';
  return name.startsWith('cfrubric') ? 'other' : null;
}

function schemeOfFramework(framework: string): AlignmentScheme {
  const name = framework.trim().toLowerCase();
  if (/\besco\b/.test(name)) return 'esco';
  if (/\bo\*net\b|\bonet\b/.test(name)) return 'onet';
  if (/\bctdl\b|\bcredential engine\b/.test(name)) return 'ctdl';
  return /\bcase network\b|\bims case\b/.test(name) ? 'case' : 'other';
}
