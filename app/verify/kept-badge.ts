/**
 * A badge that somebody asked to keep before they were signed in. It waits in this browser, on no server and in no
 * address, until the import page takes it out: once, and within the hour. Where the browser keeps nothing (a private
 * window, another device) it is handed in again by hand.
 */
export type KeptBadge = { file: File | null; text: string };

type Record = KeptBadge & { at: number };

const [databaseName, storeName, key] = ['assay-kept-badge', 'badges', 'one'];
const longestMs = 3_600_000;

function openStore(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(databaseName, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(storeName);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** Runs one piece of work on the store and ends with what it asked for, once that is written. */
async function inStore<T>(work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await openStore();
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(storeName, 'readwrite');
      const request = work(transaction.objectStore(storeName));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

/** Leaves a badge for the import page; false where this browser keeps nothing. */
export async function keepBadge({ file, text }: KeptBadge): Promise<boolean> {
  try {
    await inStore((store) => store.put({ file, text, at: Date.now() } satisfies Record, key));
    return true;
  } catch {
    return false;
  }
}

/** Takes the badge that was left, once; null when there is none, or none that is fresh. */
export async function takeKeptBadge(): Promise<KeptBadge | null> {
  try {
    const found = (await inStore((store) => store.get(key))) as Record | undefined;
    if (found === undefined) return null;
    await inStore((store) => store.delete(key));
    return Date.now() - found.at < longestMs ? { file: found.file, text: found.text } : null;
  } catch {
    return null;
  }
}
