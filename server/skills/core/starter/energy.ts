import { esco, type StarterEntry } from './starter-entry.ts';

/** Skills of energy, electricity and environment, in the starter scheme. */
export const energySkills: readonly StarterEntry[] = [
  { slug: 'solar-energy', label: 'Solar energy', synonyms: ['solar power'], sameAs: [esco('05e5e14f-ffa6-4106-b311-c6335ccc2bd2')] },
  { slug: 'photovoltaic-installation', label: 'Photovoltaic installation', synonyms: ['install photovoltaic systems', 'solar pv installation', 'pv installation'], broader: 'solar-energy', sameAs: [esco('18d3f89a-6ac5-4ca6-bf93-0baec4e13bcd')] },
  { slug: 'panel-mounting', label: 'Photovoltaic panel mounting', synonyms: ['mount photovoltaic panels', 'solar panel mounting'], broader: 'photovoltaic-installation', sameAs: [esco('08a5f6dd-d3dd-4371-9919-6d730f34499c')] },
  { slug: 'wind-turbine-maintenance', label: 'Wind turbine maintenance', synonyms: ['maintain wind turbines', 'wind turbine technician'], sameAs: [esco('b7a26b32-c457-49aa-9a78-25ade10090e3')] },
  { slug: 'wind-turbine-inspection', label: 'Wind turbine inspection', synonyms: ['inspect wind turbines'], sameAs: [esco('52242966-692f-4a4f-8279-cadbc7874183')] },
  { slug: 'heat-pump-installation', label: 'Heat pump installation', synonyms: ['install heat pump', 'heat pumps'], sameAs: [esco('00735755-adc6-4ea0-b034-b8caff339c9f')] },
  { slug: 'energy-auditing', label: 'Energy auditing', synonyms: ['energy audit', 'conduct energy audit'], sameAs: [esco('0ad6d5e8-593f-4191-843c-439b23a468ca')] },
  { slug: 'energy-efficiency', label: 'Energy efficiency', synonyms: ['energy saving'], sameAs: [esco('83fc0b2b-6cd2-46af-b1ff-d3fc83604c26')] },
  { slug: 'building-energy-performance', label: 'Energy performance of buildings', synonyms: ['building energy performance'], broader: 'energy-efficiency', sameAs: [esco('4e09e2d2-e317-47d2-bf5e-1d6c66be3efc')] },
  { slug: 'smart-grids', label: 'Smart grids', synonyms: ['smart grid', 'smart grids systems'], sameAs: [esco('79a5bc25-5b59-47bc-a4c2-fb8e8cb1ddf6')] },
  { slug: 'battery-storage', label: 'Battery storage', synonyms: ['battery energy storage', 'bess'], sameAs: [] },
  { slug: 'ev-charging', label: 'EV charging installation', synonyms: ['electric vehicle charging', 'charge point installation'], broader: 'electrical-installation', sameAs: [] },
  { slug: 'hydrogen-technology', label: 'Hydrogen technology', synonyms: ['green hydrogen', 'hydrogen systems'], sameAs: [] },
  { slug: 'electrical-installation', label: 'Electrical installation', synonyms: ['electrical wiring', 'install electrical and electronic equipment'], sameAs: [esco('52797dce-911c-4e6d-b0cb-491f6469014f')] },
  { slug: 'wiring-plans', label: 'Electrical wiring plans', synonyms: ['wiring diagrams', 'electrical diagrams'], sameAs: [esco('d15e92c4-c8dc-48cd-a1f6-94fe13347f87'), esco('ed291aa0-8b2f-4179-b2f7-540ea6f63bf3')] },
  { slug: 'electrical-safety', label: 'Electrical safety', synonyms: ['electrical safety regulations', 'lockout tagout', 'safe isolation'], sameAs: [esco('6360d655-3494-45f6-bfc6-d5f63afc355b'), esco('970af2f2-9a19-41a0-b42b-b1f36b083d28')] },
  { slug: 'high-voltage', label: 'High-voltage work', synonyms: ['high voltage', 'hv switching'], broader: 'electrical-safety', sameAs: [] },
  { slug: 'building-automation', label: 'Building automation', synonyms: ['building management systems', 'bms'], sameAs: [esco('6709e92c-7546-46a4-aa57-5e951bd4cb0f')] },
  { slug: 'environmental-legislation', label: 'Environmental legislation', synonyms: ['environmental law'], sameAs: [esco('6f5850ea-5785-4e2c-b062-743066fd5bdb')] },
  { slug: 'waste-management', label: 'Waste management', synonyms: ['waste handling'], sameAs: [esco('40f65a56-ccbe-4601-9f32-1cc6cdd24f28')] },
];
