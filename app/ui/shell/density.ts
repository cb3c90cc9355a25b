export type Density = 'compact' | 'comfortable';

export const densityCookie = 'density';

/** The density a cookie asks for; compact when it says nothing, as employer tables are by default. */
export function densityOf(cookie: string | undefined): Density {
  return cookie === 'comfortable' ? 'comfortable' : 'compact';
}
