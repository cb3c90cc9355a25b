// @ts-check
import { createServer } from 'node:net';

/**
 * A port that is free at this moment: the wished one if nobody has it, else any.
 * @param {number} wished 0 for any
 * @param {string} host
 * @returns {Promise<number>}
 */
export async function findPort(wished = 0, host = '127.0.0.1') {
  return (await probe(wished, host)) ?? (await probe(0, host)) ?? 0;
}

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<number | undefined>}
 */
function probe(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const found = typeof address === 'object' && address ? address.port : undefined;
      server.close(() => resolve(found));
    });
  });
}
