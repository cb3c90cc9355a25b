/**
 * One row of the starter scheme as it is written down: `slug` is the end of its URN, `broader` the slug of the wider
 * skill (any area), `sameAs` the URIs under which other schemes know exactly this concept.
 */
export type StarterEntry = {
  slug: string;
  label: string;
  synonyms: readonly string[];
  broader?: string;
  sameAs: readonly string[];
};

/** The URI of an ESCO skill from its UUID. */
export function esco(uuid: string): string {
  return `http://data.europa.eu/esco/skill/${uuid}`;
}

/** The page of an O*NET skill, knowledge or ability from its element id, such as `2.B.3.e`. */
export function onetElement(elementId: string): string {
  return `https://www.onetonline.org/find/descriptor/result/${elementId}`;
}

/** The page of an O*NET technology example, by its exact name there. */
export function onetTechnology(name: string): string {
  return `https://www.onetonline.org/search/tech/example?${new URLSearchParams({ e: name }).toString()}`;
}
