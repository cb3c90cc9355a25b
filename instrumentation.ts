/** Runs once when the web process starts: a wrong environment stops it here, with the names of the variables. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { prepareWebProcess } = await import('#server/api/prepare-web-process.ts');
  await prepareWebProcess();
}
