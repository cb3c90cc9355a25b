import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Json } from '#server/credentials/core/json.ts';
import { gateJson, gateLimits } from '#server/credentials/core/json-gate.ts';
import { readDccRegistry } from '#server/credentials/core/registries/dcc-registry.ts';
import {
  type Listing,
  type Recognition,
  recognise,
} from '#server/credentials/core/registries/recognition.ts';
import type { Report } from '#server/credentials/core/report.ts';

/** Who issued a credential, by its own words and by the registry files. */
export type IssuerLine = { id: string | null; callsItself: string | null; recognised: Recognition | null };

/** Looks the issuer of a report up; null when no registry file was named. */
export type FindIssuer = (report: Report) => IssuerLine | null;

/**
 * Reads registry files (the form of the Digital Credentials Consortium, or the operator's own), the first with the most
 * authority. Throws a sentence when one cannot be used.
 */
export function readRegistryFiles(files: readonly string[], now: Date): FindIssuer {
  if (files.length === 0) return () => null;
  const listings = files.flatMap(readRegistryFile);
  return ({ credential }) => {
    const { id = null, name = null } = credential?.issuer ?? {};
    const own = listings.filter(({ issuerId }) => issuerId === id);
    return { id, callsItself: name, recognised: recognise(own, now) };
  };
}

function readRegistryFile(file: string, position: number): Listing[] {
  const refuse = (why: string): never => {
    throw new Error(`The registry ${file} cannot be used: ${why}.`);
  };
  if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) refuse('it is not there');
  if (statSync(file).size > gateLimits.jsonBytes) refuse('it is larger than 2 MiB');
  const text = readFileSync(file, 'utf8');
  const gate = gateJson(text);
  const read = gate.ok ? readDccRegistry(parse(text)) : gate;
  if (!read.ok) return refuse(read.detail);
  return read.entries.map((entry) => ({ ...entry, registry: path.basename(file), position }));
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return null;
  }
}

/** The issuer for people: the registry's word, then what it calls itself. */
export function describeIssuer({ id, callsItself, recognised }: IssuerLine): string {
  const claim = callsItself === null ? '' : `, calls itself “${callsItself}”`;
  return recognised === null
    ? `  issuer unrecognised: ${id ?? 'not stated'}${claim}`
    : `  issuer ${recognised.name ?? id}, known to ${recognised.registry}${claim}`;
}
