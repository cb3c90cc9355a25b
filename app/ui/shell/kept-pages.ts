/** Lets this device answer without a network with pages that were opened today. Only over a safe connection. */
export function keepPages(): void {
  if (!('serviceWorker' in navigator)) return;
  // A browser that will not have it loses nothing but this.
  navigator.serviceWorker.register('/offline-worker.js').catch(() => undefined);
}

/** Forgets every page kept on this device; whoever signs in next must not find them. */
export async function forgetPages(): Promise<void> {
  if ('caches' in window) await caches.delete('pages');
}
