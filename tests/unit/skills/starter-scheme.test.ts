import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { classifyAlignmentTarget } from '#server/skills/core/alignment-target.ts';
import { normaliseLabel } from '#server/skills/core/normalise-label.ts';
import { canonicalSkillUri } from '#server/skills/core/skill-uri.ts';
import { starterSkills } from '#server/skills/core/starter-scheme.ts';

const taxonomy = join(process.env.SHARED_DIR ?? '../shared', 'taxonomy');

function readRows(path: string): string[] {
  return gunzipSync(readFileSync(join(taxonomy, path)))
    .toString('utf8')
    .split('\n')
    .filter((row) => row !== '');
}

describe('the starter scheme', () => {
  it('has some hundred skills with URNs of their own', () => {
    expect(starterSkills.length).toBeGreaterThanOrEqual(150);
    expect(new Set(starterSkills.map((skill) => skill.id)).size).toBe(starterSkills.length);
    for (const skill of starterSkills) expect(skill.id).toMatch(/^urn:assay:skill:[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('gives no name to two skills', () => {
    const owners = new Map<string, string>();
    const shared: string[] = [];
    for (const skill of starterSkills) {
      for (const norm of new Set([skill.label, ...skill.synonyms].map(normaliseLabel))) {
        if (owners.has(norm)) shared.push(`${norm}: ${owners.get(norm)} and ${skill.id}`);
        owners.set(norm, skill.id);
      }
    }
    expect(shared).toEqual([]);
  });

  it('repeats no name within a skill', () => {
    const repeated = starterSkills.filter((skill) => {
      const norms = [skill.label, ...skill.synonyms].map(normaliseLabel);
      return norms.includes('') || new Set(norms).size !== norms.length;
    });
    expect(repeated.map((skill) => skill.id)).toEqual([]);
  });

  it('names broader skills that exist, without a circle', () => {
    const broader = new Map(starterSkills.map((skill) => [skill.id, skill.broader]));
    for (const skill of starterSkills) {
      const path = new Set<string>();
      for (let at: string | undefined = skill.id; at !== undefined; at = broader.get(at)) {
        expect(broader.has(at), at).toBe(true);
        expect(path.has(at), `circle at ${at}`).toBe(false);
        path.add(at);
      }
    }
  });

  it('says sameAs in the canonical spelling, of skills only, each URI once', () => {
    const uris = starterSkills.flatMap((skill) => skill.sameAs);
    expect(new Set(uris).size).toBe(uris.length);
    for (const uri of uris) {
      expect(canonicalSkillUri(uri)).toBe(uri);
      expect(classifyAlignmentTarget({ targetUrl: uri }).kind, uri).toBe('skill');
    }
  });
});

describe.skipIf(!existsSync(taxonomy))('the links of the starter scheme, against the official lists', () => {
  it('point at skills of ESCO', () => {
    const known = new Set(readRows('esco-1.1.1/skills.jsonl.gz').map((row) => JSON.parse(row).uri));
    const links = starterSkills.flatMap((skill) => skill.sameAs.filter((uri) => uri.includes('/esco/')));
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter((uri) => !known.has(uri))).toEqual([]);
  });

  it('name technologies and elements of O*NET', () => {
    const technologies = new Set(
      readRows('onet-29.2/technology-skills.tsv.gz').map((row) => row.split('\t')[1]),
    );
    const elements = new Set(readRows('onet-29.2/content-model.tsv.gz').map((row) => row.split('\t')[0]));
    const links = starterSkills.flatMap((skill) => skill.sameAs.filter((uri) => uri.includes('onetonline')));
    const unknown = links.filter((uri) => {
      const technology = new URL(uri).searchParams.get('e');
      return technology === null ? !elements.has(uri.split('/').at(-1)) : !technologies.has(technology);
    });
    expect(links.length).toBeGreaterThan(50);
    expect(unknown).toEqual([]);
  });
});
