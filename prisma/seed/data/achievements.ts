import { dataAchievements } from './achievements-data.ts';
import { peopleAchievements } from './achievements-people.ts';
import { softwareAchievements } from './achievements-software.ts';
import { tradesAchievements } from './achievements-trades.ts';

/** Everything that can be achieved in the demo world. */
export const achievements = {
  ...dataAchievements,
  ...softwareAchievements,
  ...tradesAchievements,
  ...peopleAchievements,
};

/** The name of an achievement within the seed. */
export type AchievementKey = keyof typeof achievements;
