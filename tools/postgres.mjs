// @ts-check
// The embedded PostgreSQL by itself: node tools/postgres.mjs start | stop | url
import { Complaint, messageOf } from './setup/clone.mjs';
import { ask, closeCluster, findCluster, openCluster } from './setup/cluster.mjs';

/**
 * The development database on that server, made if it is missing.
 * @param {string} server
 * @returns {Promise<string>}
 */
async function developmentDatabase(server) {
  const url = new URL(server);
  url.pathname = '/assay';
  const { code } = await ask(url.href, 'select 1');
  if (code === '3D000') await ask(server, 'create database assay');
  return url.href;
}

try {
  const command = process.argv[2];
  if (command === 'start') {
    console.log(await developmentDatabase((await openCluster('postgres', { keep: true })).url));
  } else if (command === 'stop') {
    await closeCluster('postgres');
  } else if (command === 'url') {
    const url = await findCluster('postgres');
    if (!url) throw new Complaint('The database is not running: node tools/postgres.mjs start');
    console.log(await developmentDatabase(url));
  } else {
    throw new Complaint('Say what to do: node tools/postgres.mjs start | stop | url');
  }
} catch (error) {
  console.error(error instanceof Complaint ? error.message : messageOf(error));
  process.exitCode = 1;
}
