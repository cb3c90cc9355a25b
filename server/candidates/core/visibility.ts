/** Who may see a candidate: the one rule for the public page, the search and everything that counts people. */

/** How far candidates open themselves, from closed to open. */
export const visibilities = ['private', 'link', 'recruiters', 'public'] as const;
export type Visibility = (typeof visibilities)[number];

/**
 * Who looks. `blocked`: the candidate keeps one of the viewer's organisations out. `hasLink`: the viewer came by the
 * address of the public page, which the candidate gave out.
 */
export type Viewer =
  | { as: 'holder' }
  | { as: 'employer'; blocked: boolean; hasLink: boolean }
  | { as: 'stranger'; hasLink: boolean };

/** True when the viewer may see the candidate. A block outweighs everything, also an open page. */
export function maySee(visibility: Visibility, viewer: Viewer): boolean {
  if (viewer.as === 'holder') return true;
  if (viewer.as === 'employer' && viewer.blocked) return false;
  switch (visibility) {
    case 'private':
      return false;
    case 'link':
      return viewer.hasLink;
    case 'recruiters':
      return viewer.as === 'employer';
    case 'public':
      return true;
    default:
      return false;
  }
}

/** The settings under which an employer who is not blocked finds a candidate in a search, for queries. */
export const findableVisibilities: readonly Visibility[] = visibilities.filter((visibility) =>
  maySee(visibility, { as: 'employer', blocked: false, hasLink: false }),
);
