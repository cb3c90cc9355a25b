// @ts-check
import { createServer } from 'node:net';

/**
 * A port that is free at this moment.
 * @param {string} host
 * @returns {Promise<number>}
 */
export async function findPort(host = '127.0.0.1') {
  const { port, release } = await reservePort(0, host);
  await release();
  return port;
}

/**
 * Takes the wished port if nobody has it, else one after it, and holds it until `release`: two clones that start together would
 * otherwise choose the same one.
 * @param {number} wished 0 for any
 * @param {string} host
 * @returns {Promise<{ port: number, release: () => Promise<void> }>}
 */
export async function reservePort(wished, host) {
  // The neighbours first: they are easier to remember.
  for (let port = wished; wished !== 0 && port < wished + 20; port++) {
    const held = (await isFree(port, host)) ? await listen(port, host) : undefined;
    if (held) return held;
  }
  const any = await listen(0, host);
  if (!any || any.port === 0) throw new Error(`Nothing can listen on ${host}.`);
  return any;
}

/**
 * `localhost` means ::1 to a browser before it means 127.0.0.1: somebody on either counts.
 * @param {number} port
 * @param {string} host
 * @returns {Promise<boolean>}
 */
export async function isFree(port, host) {
  for (const one of host === '127.0.0.1' ? [host, '::1'] : [host]) {
    const held = await listen(port, one);
    if (!held) return false;
    await held.release();
  }
  return true;
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<{ port: number, release: () => Promise<void> } | undefined>} undefined when the port is taken;
 *   port 0 where the machine has no such address
 */
function listen(port, host) {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (/** @type {NodeJS.ErrnoException} */ { code }) => {
      const absent = code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT';
      resolve(absent ? { port: 0, release: async () => {} } : undefined);
    });
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const found = typeof address === 'object' && address ? address.port : 0;
      resolve({ port: found, release: () => new Promise((done) => server.close(() => done())) });
    });
  });
}
