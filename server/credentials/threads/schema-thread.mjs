import { readFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

// Compiles a schema when it is first asked for (half a second each) and holds documents against it, in a thread of its
// own: neither may keep the rest waiting, and a pattern that never ends is stopped with the thread.

/** @typedef {{ number: number, schema: string, document: object }} Question */

/** @type {Map<string, import('ajv').ValidateFunction>} */
const compiled = new Map();

/** @param {string} schema name of a file in `contexts/schemas` */
function compile(schema) {
  const known = compiled.get(schema);
  if (known) return known;
  const file = new URL(`../contexts/schemas/${schema}.json`, import.meta.url);
  // Draft 4 calls it `id`; nothing refers to it.
  const { $id, ...content } = JSON.parse(readFileSync(file, 'utf8'));
  const ajv = new Ajv({ strict: false, logger: false });
  addFormats.default(ajv);
  const validate = ajv.compile(content);
  compiled.set(schema, validate);
  return validate;
}

/** @param {Question} question */
function answer({ number, schema, document }) {
  const validate = compile(schema);
  if (validate(document)) return { number, state: 'fits' };
  const [error] = validate.errors ?? [];
  const place = error?.instancePath ? error.instancePath.slice(1).replaceAll('/', '.') : 'the credential';
  return { number, state: 'fails', detail: `${place} ${error?.message ?? 'is wrong'}`.slice(0, 200) };
}

const port = parentPort;
port?.on('message', (/** @type {Question} */ question) => port.postMessage(answer(question)));
