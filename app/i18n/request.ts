/** Language, time zone and words of one request. One locale so far, therefore no locale in the address. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { AbstractIntlMessages } from 'next-intl';
import { getRequestConfig } from 'next-intl/server';

/** Day before month, 24 hours: the English that the interface is written in. */
export const locale = 'en-GB';
export const timeZone = 'UTC';

const folder = join(process.cwd(), 'app', 'i18n', 'en');

async function readCatalogue(): Promise<AbstractIntlMessages> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json'));
  const entries = await Promise.all(
    names.map(async (name) => {
      const words: AbstractIntlMessages = JSON.parse(await readFile(join(folder, name), 'utf8'));
      return [name.slice(0, -'.json'.length), words] as const;
    }),
  );
  return Object.fromEntries(entries);
}

let kept: Promise<AbstractIntlMessages> | undefined;

/** One catalogue of all `en/<namespace>.json`; read once in production, on each request while developing. */
function getCatalogue(): Promise<AbstractIntlMessages> {
  if (process.env.NODE_ENV !== 'production') return readCatalogue();
  kept ??= readCatalogue();
  return kept;
}

export default getRequestConfig(async () => ({
  locale,
  timeZone,
  now: new Date(),
  messages: await getCatalogue(),
}));
