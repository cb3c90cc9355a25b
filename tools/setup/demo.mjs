// @ts-check
// The whole product on this machine, with people, jobs and credentials to try it with.
import { dataFolder } from './clone.mjs';
import { loadEnvironmentFile, migrate, openDatabase } from './database.mjs';
import { closeLater, live, seconds, step } from './lifetime.mjs';
import { buildPages, prepareClone } from './prepare.mjs';
import { seed } from './seed.mjs';
import { explainPort, planSite, serve } from './serve.mjs';

async function demo() {
  const begin = performance.now();
  loadEnvironmentFile();
  await prepareClone();
  const { url } = await step('Starting PostgreSQL', async () => {
    const database = await openDatabase();
    closeLater(database.close);
    return database;
  });
  await step('Applying migrations', () => migrate(url).then(() => ''));
  const wished = Number(process.env.PORT || 3000);
  const extra = {
    DEMO: '1',
    RECHECK_SECONDS: process.env.RECHECK_SECONDS || '30',
    LOG_LEVEL: process.env.LOG_LEVEL || 'warn',
  };
  await buildPages();
  const site = await planSite({ url, production: true, wished, extra });
  await step('Making the demo data', () => seed(site));
  const { ended } = await step('Starting web server and worker', () => serve(site, 'start'));
  const remark = await explainPort(site, wished);
  console.log(`
Assay runs at ${site.address}${remark ? `  (${remark})` : ''}   ready after ${seconds(begin).trim()}
  Sign in: ${site.address}/sign-in  (choose one of the demo people; no password)
  Mails land in ${site.address}/demo/outbox
  Data and logs: ${dataFolder}
  Ctrl-C stops everything.`);
  if (site.host !== '127.0.0.1' && site.host !== 'localhost') {
    console.log(`
  It listens on ${site.host}: whoever reaches this machine can sign in as a demo person.
  People elsewhere need the address in NEXTAUTH_URL, or forms refuse them.`);
  }
  await ended;
  return 0;
}

await live(() => 'Stopping …', demo);
