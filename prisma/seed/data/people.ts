import type { PersonPlan } from '../plan.ts';
import type { AchievementKey } from './achievements.ts';
import { carePeople } from './people-care.ts';
import { dataPeople } from './people-data.ts';
import { softwarePeople } from './people-software.ts';
import { tradesPeople } from './people-trades.ts';

/** The candidates that nobody signs in as. */
export const people: readonly PersonPlan<AchievementKey>[] = [
  ...dataPeople,
  ...softwarePeople,
  ...tradesPeople,
  ...carePeople,
];
