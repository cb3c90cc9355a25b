// @ts-check
// The product for developing: pages are compiled when they are asked for, changes show at once.
import { loadEnvironmentFile, migrate, openDatabase } from './database.mjs';
import { closeLater, live, step } from './lifetime.mjs';
import { prepareClone } from './prepare.mjs';
import { seed } from './seed.mjs';
import { planSite, serve } from './serve.mjs';

async function develop() {
  loadEnvironmentFile();
  await prepareClone();
  const { url } = await step('Starting PostgreSQL', async () => {
    const database = await openDatabase();
    closeLater(database.close);
    return database;
  });
  await step('Applying migrations', () => migrate(url).then(() => ''));
  const site = await planSite({ url, production: false, extra: { DEMO: '1' } });
  await step('Making the demo data', () => seed(site));
  const { ended } = await serve(site, 'dev');
  console.log(`\nAssay runs at ${site.address}. Ctrl-C stops everything.`);
  await ended;
  return 0;
}

await live(() => 'Stopping …', develop);
