/** A page that the palette knows by name. `key` as in the shells. */
export type PalettePlace = { key: string; href: string; label: string };

/** The letter that follows G, by the key of a place. */
export const goKeys: Readonly<Record<string, string>> = {
  jobs: 'j',
  candidates: 'c',
  pipeline: 'p',
  issuers: 'i',
  wallet: 'w',
  applications: 'a',
  verify: 'v',
  settings: 's',
  profile: 's',
};

/** Only what a palette needs of places that may carry more. */
export function toPalettePlaces(places: readonly PalettePlace[]): PalettePlace[] {
  return places.map(({ key, href, label }) => ({ key, href, label }));
}
