import { readInstant } from './dates.ts';
import { isObject, type Json, type JsonObject, objectsOf, textOf, textsOf } from './json.ts';

/** What a block explorer says about a transaction: the data written, who sent it, and when its block was made. */
export type ChainEntry = { id: string; payloads: string[]; senders: string[]; at: string | null };

/** An entry, the statement that there is none, or an answer that makes no sense. */
export type ExplorerAnswer =
  | { state: 'found'; entry: ChainEntry }
  | { state: 'missing' }
  | { state: 'unclear'; detail: string };

const unclear = (detail: string): ExplorerAnswer => ({ state: 'unclear', detail });

/** OP_RETURN, a push of 32 bytes, and the 32 bytes. */
const opReturn = /^6a20([0-9a-f]{64})$/i;

function payloadsOf(scripts: (string | null)[]): string[] {
  return scripts.flatMap((script) => opReturn.exec(script ?? '')?.[1]?.toLowerCase() ?? []);
}

/** The addresses behind all inputs; null when one of them names none, since then nobody can tell who signed. */
function sendersOf(inputs: JsonObject[], read: (input: JsonObject) => string[]): string[] | null {
  const addresses = inputs.map(read);
  if (addresses.length === 0 || addresses.some((names) => names.length !== 1)) return null;
  return [...new Set(addresses.flat())];
}

function found(
  id: string | null,
  payloads: string[],
  senders: string[] | null,
  at: string | null,
): ExplorerAnswer {
  if (id === null) return unclear('the answer names no transaction');
  if (senders === null) return unclear('the answer does not say who sent the transaction');
  return { state: 'found', entry: { id: id.toLowerCase().replace(/^0x/, ''), payloads, senders, at } };
}

/** Reads `GET /tx/:id` of Esplora (Blockstream, mempool.space). */
export function readEsplora(json: JsonObject): ExplorerAnswer {
  const status = isObject(json.status) ? json.status : {};
  const at = status.confirmed === true ? secondsToText(status.block_time) : null;
  const senders = sendersOf(objectsOf(json.vin), ({ prevout }) =>
    isObject(prevout) ? textsOf(prevout.scriptpubkey_address) : [],
  );
  return found(
    textOf(json.txid),
    payloadsOf(objectsOf(json.vout).map((output) => textOf(output.scriptpubkey))),
    senders,
    at,
  );
}

/** Reads `GET /txs/:id` of BlockCypher. */
export function readBlockcypher(json: JsonObject): ExplorerAnswer {
  const isConfirmed = typeof json.confirmations === 'number' && json.confirmations > 0;
  const at = isConfirmed ? textOf(json.confirmed) : null;
  return found(
    textOf(json.hash),
    payloadsOf(objectsOf(json.outputs).map((output) => textOf(output.script))),
    sendersOf(objectsOf(json.inputs), (input) => textsOf(input.addresses)),
    at !== null && readInstant(at) !== null ? at : null,
  );
}

/** Reads the JSON-RPC answers to `eth_getTransactionByHash` and, once it has a block, `eth_getBlockByNumber`. */
export function readEthereum(transaction: JsonObject, block: JsonObject | null): ExplorerAnswer {
  if (transaction.error !== undefined) return unclear('the explorer answered with an error');
  if (transaction.result === null) return { state: 'missing' };
  if (!isObject(transaction.result)) return unclear('the explorer answered with something else');
  const { hash, input, from, blockHash } = transaction.result;
  const data = textOf(input)?.replace(/^0x/, '').toLowerCase() ?? '';
  const made = block !== null && isObject(block.result) ? block.result : {};
  const isSameBlock = textOf(blockHash) !== null && made.hash === blockHash;
  const at = isSameBlock ? secondsToText(Number.parseInt(textOf(made.timestamp) ?? '', 16)) : null;
  return found(textOf(hash), [data], textOf(from) === null ? null : textsOf(from), at);
}

function secondsToText(value: Json | undefined): string | null {
  const isDate = typeof value === 'number' && value > 0 && value < 253_402_300_800;
  return isDate ? new Date(value * 1000).toISOString() : null;
}

/** True when two explorers say the same about what counts. */
export function isSameEntry(a: ChainEntry, b: ChainEntry): boolean {
  const key = ({ id, payloads, senders, at }: ChainEntry) =>
    JSON.stringify([
      id,
      [...payloads].sort(),
      senders.map((sender) => sender.toLowerCase()).sort(),
      at === null ? null : Date.parse(at),
    ]);
  return key(a) === key(b);
}
