import type { PersonPlan } from '../plan.ts';
import type { AchievementKey } from './achievements.ts';

/** People around energy, installation and fabrication. */
export const tradesPeople: readonly PersonPlan<AchievementKey>[] = [
  {
    key: 'gwen.prydderch',
    name: 'Gwenllian Prydderch',
    headline: 'Heat pumps, fitted and explained',
    place: 'Aberystwyth',
    visibility: 'public',
    wallet: ['heat-pump', 'electrical', 'working-at-height', 'energy-audit'],
  },
  {
    key: 'joao.carvalho',
    name: 'João Carvalho',
    headline: 'Heating technician',
    place: 'Braga',
    wallet: ['heat-pump', 'hvac', 'working-at-height!expired'],
  },
  {
    key: 'milos.stankovic',
    name: 'Miloš Stanković',
    headline: 'Plumber, learning heat pumps',
    place: 'Niš',
    wallet: ['hvac', 'heat-pump-start', 'first-aid'],
  },
  {
    key: 'aroha.ngata',
    name: 'Aroha Ngata-Williams',
    headline: 'Electrician',
    place: 'Gisborne',
    wallet: ['electrical', 'photovoltaics', 'working-at-height'],
  },
  {
    key: 'yusuf.demir',
    name: 'Yusuf Demir',
    headline: 'Photovoltaics',
    place: 'Konya',
    wallet: ['photovoltaics', 'electrical', 'working-at-height'],
  },
  {
    key: 'lena.grosskopf',
    name: 'Lena Großkopf',
    headline: 'Grids and storage',
    place: 'Jena',
    wallet: ['smart-grids', 'electrical', 'energy-audit'],
  },
  {
    key: 'sanne.hendriks',
    name: 'Sanne Hendriks',
    headline: 'Energy auditor',
    place: 'Tilburg',
    wallet: ['energy-audit', 'smart-grids', 'heat-pump-start'],
  },
  {
    key: 'kwabena.mensah',
    name: 'Kwabena Mensah',
    headline: 'Roofs and panels',
    place: 'Kumasi',
    wallet: ['photovoltaics!expired', 'working-at-height', 'ev-charging'],
  },
  {
    key: 'tadhg.oriordan',
    name: "Tadhg O'Riordan",
    headline: 'Coded welder',
    place: 'Cork',
    wallet: ['tig-welding', 'mig-welding', 'drawings'],
  },
  {
    key: 'jadwiga.kaczmarek',
    name: 'Jadwiga Kaczmarek-Lis',
    headline: 'Welder and inspector',
    place: 'Gdynia',
    wallet: ['tig-welding', 'quality', 'drawings', 'forklift'],
  },
  {
    key: 'peeter.tamm',
    name: 'Peeter Tamm',
    headline: 'MIG, MAG and frames',
    place: 'Pärnu',
    wallet: ['mig-welding', 'drawings', 'cnc'],
  },
  {
    key: 'rasmus.hojgaard',
    name: 'Rasmus Højgaard',
    headline: 'CNC and measuring',
    place: 'Esbjerg',
    wallet: ['cnc', 'drawings', 'quality', 'tig-welding!revoked'],
  },
];
