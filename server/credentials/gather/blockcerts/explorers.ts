import {
  type ExplorerAnswer,
  isSameEntry,
  readBlockcypher,
  readEsplora,
  readEthereum,
} from '../../core/explorer-answers.ts';
import { isObject, type JsonObject, textOf } from '../../core/json.ts';
import type { AnchorFact } from '../../core/judge-anchor.ts';
import { type AnchorName, isMocknet } from '../../core/receipt.ts';
import type { Asker } from '../asker.ts';
import type { GatherContext } from '../context.ts';
import { readJson } from '../read-json.ts';

type Kind = 'esplora' | 'blockcypher' | 'etherscan';
type Explorer = { chain: string; network: string; kind: Kind; base: URL };
type Answered = ExplorerAnswer & { host: string };

const usualKinds: Readonly<Record<string, Kind>> = { btc: 'esplora', eth: 'etherscan', mtc: 'etherscan' };
const kinds: readonly string[] = ['esplora', 'blockcypher', 'etherscan'];

/** Reads `CHAIN:NETWORK[:KIND]=ADDRESS`; null for anything else. */
function readExplorer(text: string): Explorer | null {
  const [, chain = '', network = '', stated, address = ''] =
    /^([a-z]+):([a-z]+)(?::([a-z]+))?=(\S+)$/.exec(text) ?? [];
  const kind = stated ?? usualKinds[chain];
  if (kind === undefined || !kinds.includes(kind) || !URL.canParse(address)) return null;
  return { chain, network, kind: kind as Kind, base: new URL(address) };
}

/**
 * Asks the operator's explorers about an anchor: with two or more for its network, two must give the same answer. An
 * explorer that is down, or answers about another transaction, gives none. Addresses may hold the operator's key, so
 * that only hosts are told.
 */
export async function gatherAnchor(
  anchor: AnchorName,
  { asker, settings }: GatherContext,
): Promise<AnchorFact> {
  if (isMocknet(anchor)) return { state: 'no-chain' };
  const { chain, network } = anchor;
  const able = settings.explorers
    .flatMap((text) => readExplorer(text) ?? [])
    .filter((explorer) => explorer.chain === chain && explorer.network === network);
  if (able.length === 0)
    return { state: 'not-asked', detail: `no block explorer is set up for ${chain} ${network}` };
  const needed = Math.min(2, able.length);
  const answers: Answered[] = [];
  const problems: string[] = [];
  for (const explorer of able) {
    const answer = await askExplorer(explorer, anchor.transaction ?? '', asker);
    if (answer.state === 'unclear') problems.push(`${answer.host}: ${answer.detail}`);
    else answers.push(answer);
    if (answers.length === needed) break;
  }
  if (answers.length < needed) return { state: 'unreachable', detail: problems.join('; ') };
  return agree(answers);
}

function agree(answers: Answered[]): AnchorFact {
  const hosts = answers.map(({ host }) => host);
  const [first, second = first] = answers;
  if (first?.state === 'missing' && second?.state === 'missing')
    return { state: 'missing', explorers: hosts };
  const isAgreed =
    first?.state === 'found' && second?.state === 'found' && isSameEntry(first.entry, second.entry);
  return isAgreed
    ? { state: 'found', entry: first.entry, explorers: hosts }
    : { state: 'unreachable', detail: `${hosts.join(' and ')} do not agree about the transaction` };
}

async function askExplorer(explorer: Explorer, transaction: string, asker: Asker): Promise<Answered> {
  const { kind, base } = explorer;
  const id = transaction.toLowerCase().replace(/^0x/, '');
  const answer = await (kind === 'etherscan' ? askEtherscan(base, id, asker) : askRest(explorer, id, asker));
  const isOther = answer.state === 'found' && answer.entry.id !== id;
  const told: ExplorerAnswer = isOther
    ? { state: 'unclear', detail: 'it answered about another transaction' }
    : answer;
  return { ...told, host: base.host };
}

async function askRest({ kind, base }: Explorer, id: string, asker: Asker): Promise<ExplorerAnswer> {
  const url = new URL(base);
  url.pathname = `${base.pathname.replace(/\/$/, '')}/${kind === 'esplora' ? 'tx' : 'txs'}/${id}`;
  const answer = await asker.ask(url.href);
  if (!answer.ok) return { state: 'unclear', detail: answer.detail };
  const text = Buffer.from(answer.body.subarray(0, 500)).toString('latin1');
  const isMissing = answer.status === 404 && /transaction\b.*not found/i.test(text);
  if (isMissing) return { state: 'missing' };
  const read = answer.status === 200 ? readJson(answer.body) : null;
  if (!read?.ok) return { state: 'unclear', detail: `it answered ${answer.status} without a transaction` };
  return kind === 'esplora' ? readEsplora(read.json) : readBlockcypher(read.json);
}

async function askEtherscan(base: URL, id: string, asker: Asker): Promise<ExplorerAnswer> {
  const call = async (action: string, parameters: Record<string, string>): Promise<JsonObject | null> => {
    const url = new URL(base);
    const members = { module: 'proxy', action, ...parameters };
    for (const [name, value] of Object.entries(members)) url.searchParams.set(name, value);
    const fetched = await asker.askJson(url.href);
    return fetched.state === 'found' ? fetched.json : null;
  };
  const transaction = await call('eth_getTransactionByHash', { txhash: `0x${id}` });
  if (transaction === null) return { state: 'unclear', detail: 'it did not answer with JSON' };
  const number = isObject(transaction.result) ? textOf(transaction.result.blockNumber) : null;
  const block =
    number === null ? null : await call('eth_getBlockByNumber', { tag: number, boolean: 'false' });
  return readEthereum(transaction, block);
}
