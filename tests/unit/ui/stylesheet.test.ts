/** The stylesheet keeps the proof colour, cut corners and serif to the few places that may have them. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));

type Rule = { file: string; selector: string; body: string };

function rulesOf(file: string): Rule[] {
  const text = readFileSync(`${root}${file}`, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');
  return [...text.matchAll(/([^{};]+)\{([^{}]*)\}/g)].map((match) => ({
    file,
    selector: (match[1] ?? '').trim().replace(/\s+/g, ' '),
    body: match[2] ?? '',
  }));
}

function list(folder: string, ending: string): string[] {
  return readdirSync(`${root}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`)
    .sort();
}

const sheets = list('app', '.css').filter((file) => !/tokens|theme/.test(file));
const rules = sheets.flatMap(rulesOf);
const pages = list('app', '.tsx');

function selectorsWith(pattern: RegExp): string[] {
  return [...new Set(rules.filter((rule) => pattern.test(rule.body)).map((rule) => rule.selector))].sort();
}

describe('the stylesheet', () => {
  it('is read at all', () => {
    expect(sheets.length).toBeGreaterThan(6);
    expect(rules.length).toBeGreaterThan(150);
  });

  it('cuts corners of proven things and of the wordmark only', () => {
    expect(selectorsWith(/clip-path:\s*polygon/)).toEqual(['.chip.proven', '.plate.valid', '.word b']);
  });

  it('sets serif for signed words and the wordmark only', () => {
    expect(selectorsWith(/var\(--serif\)/)).toEqual(['.signed', '.word b']);
  });

  it('uses the proof colours for proven, passed and met only', () => {
    expect(selectorsWith(/var\(--proof/)).toEqual([
      '.chip.proven',
      '.cov i.met',
      '.cov i.partly',
      '.m-valid, .m-met, .m-pass, .m-partly',
      '.plate.valid',
      '.verd.valid',
      '[dir="rtl"] .cov i.partly',
    ]);
  });

  it('names no colour of its own outside the tokens, but ink on paper when printed', () => {
    const own = rules
      .filter((rule) => /#[0-9a-f]{3,8}\b|\b(rgb|hsl|oklch|lab)a?\(/i.test(rule.body))
      .map((rule) => rule.selector);
    expect(own).toEqual(['body', '.plate:is(.valid, .foreign, .unknown, .invalid)', '.chip.proven']);
  });
});

describe('the pages', () => {
  it('reach proof colours, serif and cut corners through components, not by class or style', () => {
    const offenders = pages.filter((file) => {
      const text = readFileSync(`${root}${file}`, 'utf8');
      return /\b(text|bg|border|fill|stroke)-proof|font-serif|clip-path|clipPath|var\(--(proof|serif)/.test(
        text,
      );
    });
    expect(offenders).toEqual([]);
  });

  it('take signed words from the one component that asks for a proof', () => {
    const offenders = pages.filter(
      (file) =>
        file !== 'app/ui/proof/signed.tsx' &&
        /className=["'{`][^"'`]*\bsigned\b/.test(readFileSync(`${root}${file}`, 'utf8')),
    );
    expect(offenders).toEqual([]);
  });
});
