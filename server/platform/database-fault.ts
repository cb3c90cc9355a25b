import { Prisma } from './db.ts';
import { AppError } from './errors.ts';

const away = () =>
  new AppError(
    'server.busy',
    'unavailable',
    'The server is busy.',
    'Try again in a moment; nothing was changed.',
  );
const gone = () =>
  new AppError('record.gone', 'not-found', 'This is not there any more.', 'Load the page again.');
const exists = () =>
  new AppError('record.exists', 'conflict', 'This was stored a moment ago.', 'Load the page again.');
const wrongText = () =>
  new AppError(
    'input.text',
    'bad-input',
    'The text holds a character that cannot be stored.',
    'Remove invisible characters from it.',
  );

const wrongValue = () =>
  new AppError('input.value', 'bad-input', 'One of the values cannot be stored.', 'Check numbers and texts.');

const meanings: Readonly<Record<string, () => AppError>> = {
  // A row vanished or appeared between looking and writing.
  P2025: gone,
  P2003: gone,
  P2002: exists,
  // A value that its column cannot hold, past the schema of the input: too large a number, half a character in JSON.
  P2007: wrongValue,
  P2033: wrongValue,
  P2020: wrongValue,
  // Deadlocks that stayed, full pools, transactions that waited too long, a server that is not there.
  P2034: away,
  P2028: away,
  P2024: away,
  P1001: away,
  P1002: away,
  P1008: away,
  P1017: away,
};

/** Finds the code that PostgreSQL gave, however deep the driver packed it. */
function findSqlState(error: unknown, depth = 4): string | null {
  if (typeof error !== 'object' || error === null || depth === 0) return null;
  const { originalCode, code } = error as { originalCode?: unknown; code?: unknown };
  for (const state of [originalCode, code])
    if (typeof state === 'string' && /^[0-9A-Z]{5}$/.test(state) && !/^P\d{4}$/.test(state)) return state;
  for (const key of ['cause', 'meta', 'driverAdapterError']) {
    const found = findSqlState((error as Record<string, unknown>)[key], depth - 1);
    if (found) return found;
  }
  return null;
}

/**
 * What a failure of the database means to whoever asked, for the doors: races and outages are no faults of ours.
 * Null for everything else. Use cases that expect a failure name it themselves, this is the net below them.
 */
export function readDatabaseFault(error: unknown): AppError | null {
  const state = findSqlState(error);
  // character_not_in_repertoire, untranslatable_character: NUL or half a character in a text.
  if (state === '22021' || state === '22P05') return wrongText();
  if (state?.startsWith('08') || state?.startsWith('57P') || state === '53300') return away();
  if (error instanceof Prisma.PrismaClientKnownRequestError) return meanings[error.code]?.() ?? null;
  const name = (error as { code?: unknown } | null)?.code;
  return name === 'ECONNREFUSED' || name === 'ECONNRESET' ? away() : null;
}
