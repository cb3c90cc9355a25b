/** What each one-click person of the demo shows, and the page to begin at. Keys are their sign-in addresses. */
export const demoCast: Readonly<Record<string, { shows: string; to: string }>> = {
  'wilhelmina@assay.example': {
    shows: 'A candidate with nine credentials: some count, some do not, each says why',
    to: '/wallet',
  },
  'li.wei@assay.example': { shows: 'A candidate near the top of a ranking', to: '/jobs' },
  'newcomer@assay.example': { shows: 'A candidate with an empty wallet', to: '/wallet' },
  'odalys@fernhollow.example': {
    shows: 'A recruiter with jobs, rankings and a pipeline',
    to: '/hire/fernhollow/jobs',
  },
  'gideon@fernhollow.example': {
    shows: 'An owner: team, settings and the trust policy',
    to: '/hire/fernhollow/settings',
  },
  'tomas@saltmarsh.example': {
    shows: 'A hiring manager at a health cooperative',
    to: '/hire/saltmarsh/jobs',
  },
  'founder@assay.example': { shows: 'An employer who has nothing yet', to: '/hire' },
};
