import type { FetchPort } from '#server/credentials/core/fetch-port.ts';
import type { Case } from './manifest.ts';

/* The blockchains of the corpus: recorded answers of an explorer, or one that says what the manifest says. */

/** The explorers of the conformance tests: where answers were recorded, and one that is made of the manifest. */
export const explorers = [
  'btc:testnet:blockcypher=https://api.blockcypher.com/v1/btc/test3',
  'btc:testnet:esplora=https://chain.example/testnet',
  'btc:mainnet:esplora=https://chain.example/mainnet',
  'eth:sepolia:etherscan=https://chain.example/sepolia',
];

/** What the manifest leaves out: the values that the upstream test of this case gives its verifier. */
const left: Readonly<Record<string, { op_return: string; issuing_address: string; time: string }>> = {
  '0x1f615470024000c3ab532ed74c5a60b8f6c2feb6489a67be20f103831996f9ab': {
    op_return: 'b2c64ed78cccda992431c265a1d0bb657e8cefd14b1ef15ceadcc697c566994f',
    issuing_address: '0x40cf9b7db6fcc742ad0a76b8588c7f8de2b54a60',
    time: '2022-11-02T02:33:24.000Z',
  },
};

/** Which of the explorers a case can ask: the one that was recorded, or the one made of the manifest. */
export function explorersFor(entry: Case): string[] {
  const isRecorded = entry.network.some(({ url }) => url.startsWith('https://api.blockcypher.com/'));
  return explorers.filter((explorer) => explorer.includes('blockcypher') === isRecorded);
}

/** The fetch with an explorer that tells of the transaction of the case. */
export function withChain(entry: Case, fetch: FetchPort): FetchPort {
  const { anchor_transaction: stated } = entry;
  if (!stated) return fetch;
  const { txid, op_return: root, issuing_address: sender, time } = { ...left[stated.txid], ...stated };
  const seconds = Math.floor(Date.parse(time ?? '') / 1000);
  const hexSeconds = `0x${seconds.toString(16)}`;
  const bitcoin = {
    txid,
    vin: [{ prevout: { scriptpubkey_address: sender } }],
    vout: [{ scriptpubkey: `6a20${root}` }],
    status: { confirmed: true, block_time: seconds },
  };
  const ethereum: Readonly<Record<string, object>> = {
    eth_getTransactionByHash: {
      hash: txid,
      input: `0x${root}`,
      from: sender,
      blockHash: '0x1',
      blockNumber: '0x1',
    },
    eth_getBlockByNumber: { hash: '0x1', timestamp: hexSeconds },
  };
  return async (address, options) => {
    const url = new URL(address);
    if (url.host !== 'chain.example') return fetch(address, options);
    const action = url.searchParams.get('action');
    const json = action === null ? bitcoin : { jsonrpc: '2.0', id: 1, result: ethereum[action] };
    const body = Buffer.from(JSON.stringify(json));
    return {
      ok: true,
      url: address,
      status: 200,
      contentType: 'application/json',
      body,
      fetchedAt: '2026-11-23T00:00:00Z',
    };
  };
}
