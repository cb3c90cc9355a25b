import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
} from '@prisma/driver-adapter-utils';
import type { DiffTarget, MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

const schemaFolder = fileURLToPath(new URL('../../prisma', import.meta.url));
const migrationsFolder = join(schemaFolder, 'migrations');
const filters = { externalTables: [], externalEnums: [] };

/** Any constant does, as long as nothing else of ours takes the same advisory lock. */
const migrationLock = 7_213_001;
const pgChar = 18;
const pgText = 25;

/** What the migration history of a database looks like beside the files. */
export interface MigrationHistory {
  /** Files that changed after they were applied. */
  edited: string[];
  /** Files that the database has not seen yet. */
  pending: string[];
  /** Migrations that the database has and the files have not. */
  unknown: string[];
}

/** Reads `prisma/migrations` in the form that the engine wants. `folder` is for tests. */
export function readMigrations(folder: string = migrationsFolder): MigrationList {
  const names = existsSync(folder)
    ? readdirSync(folder).filter((name) => existsSync(join(folder, name, 'migration.sql')))
    : [];
  const lockfile = join(folder, 'migration_lock.toml');
  return {
    baseDir: folder,
    lockfile: {
      path: 'migration_lock.toml',
      content: existsSync(lockfile) ? readFileSync(lockfile, 'utf8') : 'provider = "postgresql"\n',
    },
    shadowDbInitScript: '',
    migrationDirectories: names.sort().map((name) => ({
      path: name,
      migrationFile: {
        path: 'migration.sql',
        content: { tag: 'ok', value: readFileSync(join(folder, name, 'migration.sql'), 'utf8') },
      },
    })),
  };
}

function readSchema(): DiffTarget {
  const models = join(schemaFolder, 'models');
  const paths = [
    join(schemaFolder, 'schema.prisma'),
    ...readdirSync(models).map((name) => join(models, name)),
  ];
  const files = paths
    .filter((path) => path.endsWith('.prisma'))
    .map((path) => ({ path, content: readFileSync(path, 'utf8') }));
  return { tag: 'schemaDatamodel', files };
}

/**
 * Applies the migrations that the database lacks, each file in one transaction, one process at a time.
 * `url`: an existing PostgreSQL database. Returns the names applied.
 * Throws the database's own message, with the file's name, when a statement fails; nothing of that file stays.
 */
export async function applyMigrations(url: string, folder?: string): Promise<string[]> {
  const lock = await connect(url);
  try {
    await lock.query('select pg_advisory_lock($1)', [migrationLock]);
    await mendInterrupted(lock);
    return await withEngine(url, async (engine, failure) => {
      const migrationsList = readMigrations(folder);
      try {
        return (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames;
      } catch (error) {
        const { rows } = await lock.query<{ migration_name: string }>(
          'select migration_name from _prisma_migrations where finished_at is null and rolled_back_at is null',
        );
        const name = rows[0]?.migration_name ?? 'unknown';
        await mendInterrupted(lock);
        throw new Error(`Migration ${name} failed: ${failure() ?? messageOf(error)}`);
      }
    });
  } finally {
    await lock.end();
  }
}

/** Says how the migration history of the database differs from the files. */
export async function diagnoseMigrations(url: string): Promise<MigrationHistory> {
  const migrationsList = readMigrations();
  const found = await withEngine(url, (engine) =>
    engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters }),
  );
  const history = found.history;
  return {
    edited: found.editedMigrationNames,
    pending: history && 'unappliedMigrationNames' in history ? history.unappliedMigrationNames : [],
    unknown: history && 'unpersistedMigrationNames' in history ? history.unpersistedMigrationNames : [],
  };
}

/**
 * The SQL that leads from the migrations to the schema; empty when they agree.
 * Replays the migrations in a database of its own on the server of `url`, so the role needs CREATEDB.
 */
export async function diffMigrations(url: string): Promise<string> {
  const from: DiffTarget = { tag: 'migrations', ...readMigrations() };
  const script = await withEngine(url, async (engine, failure) => {
    try {
      return await engine.diff({ from, to: readSchema(), script: true, exitCode: null, filters });
    } catch (error) {
      throw new Error(failure() ?? messageOf(error));
    }
  });
  const text = script.stdout ?? '';
  return text.trim() === '-- This is an empty migration.' ? '' : text.trim();
}

/**
 * A process that was killed in the middle of a migration leaves its row unfinished, which would block all later
 * runs. The script and its mark were one transaction: marked means done, unmarked means that nothing happened.
 */
async function mendInterrupted(sql: pg.Client): Promise<void> {
  const { rows } = await sql.query<{ known: boolean }>(
    `select to_regclass('_prisma_migrations') is not null as known`,
  );
  if (!rows[0]?.known) return;
  await sql.query(
    `update _prisma_migrations set finished_at = now()
     where finished_at is null and rolled_back_at is null and applied_steps_count > 0`,
  );
  await sql.query('delete from _prisma_migrations where finished_at is null and rolled_back_at is null');
}

const markCommitted = `
;do $mark$ begin
  if to_regclass('_prisma_migrations') is not null then
    update _prisma_migrations set applied_steps_count = 1 where finished_at is null and rolled_back_at is null;
  end if;
end $mark$`;

/** The adapter refuses the "char" type of the system tables; it is read as text and named again afterwards. */
class CharReadingPool extends pg.Pool {
  chars: ReadonlySet<number> = new Set();

  // biome-ignore lint/suspicious/noExplicitAny: an override of an overloaded method can only be typed so.
  override async query(...given: any[]): Promise<any> {
    const result = await (super.query as (...all: unknown[]) => Promise<pg.QueryResult>).apply(this, given);
    const chars = new Set<number>();
    for (const [index, field] of result.fields.entries()) {
      if (field.dataTypeID !== pgChar) continue;
      field.dataTypeID = pgText;
      chars.add(index);
    }
    this.chars = chars;
    return result;
  }
}

type Failure = { message: string | null };

/** One database as the engine sees it: a script runs whole, in one implicit transaction. */
async function openAdapter(url: string, failure: Failure, marks: boolean): Promise<SqlDriverAdapter> {
  const pool = new CharReadingPool({ connectionString: url, max: 1 });
  pool.on('error', () => {});
  const adapter: SqlDriverAdapter = await new PrismaPg(pool).connect();
  const sql = await connect(url);
  const query = adapter.queryRaw.bind(adapter);
  const dispose = adapter.dispose.bind(adapter);
  adapter.queryRaw = async (request) => {
    const result = await query(request);
    const { chars } = pool;
    const columnTypes = result.columnTypes.map((type, index) =>
      chars.has(index) ? ColumnTypeEnum.Character : type,
    );
    return { ...result, columnTypes };
  };
  adapter.executeScript = async (script) => {
    try {
      // Building an index concurrently is only allowed as the one statement of its transaction.
      await sql.query(marks && !/\bconcurrently\b/i.test(script) ? script + markCommitted : script);
    } catch (error) {
      failure.message = messageOf(error);
      throw error;
    }
  };
  adapter.dispose = async () => {
    await sql.end();
    await dispose();
    await pool.end();
  };
  return adapter;
}

async function withEngine<T>(
  url: string,
  work: (engine: SchemaEngine, failure: () => string | null) => Promise<T>,
): Promise<T> {
  const failure: Failure = { message: null };
  const opened: SqlDriverAdapter[] = [];
  const shadows: string[] = [];
  const keep = (adapter: SqlDriverAdapter): SqlDriverAdapter => {
    const dispose = adapter.dispose.bind(adapter);
    let ended: Promise<void> | undefined;
    // The engine ends a shadow's connection without waiting for it, and so do we: once, whoever comes first.
    adapter.dispose = () => {
      ended ??= dispose();
      return ended;
    };
    opened.push(adapter);
    return adapter;
  };
  const factory = new PrismaPg({ connectionString: url });
  const bound = bindMigrationAwareSqlAdapterFactory({
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: async () => keep(await openAdapter(url, failure, true)),
    connectToShadowDb: async () => {
      const name = `assay_shadow_${randomUUID().replaceAll('-', '')}`;
      shadows.push(name);
      await execute(url, `create database "${name}" template template0`);
      return keep(await openAdapter(withDatabase(url, name), failure, false));
    },
  });
  try {
    const Engine = await loadEngine();
    const engine = await Engine.new({ datamodels: undefined }, () => {}, bound);
    return await work(engine, () => failure.message);
  } finally {
    for (const adapter of opened) await adapter.dispose();
    for (const name of shadows) await execute(url, `drop database if exists "${name}" with (force)`);
  }
}

let loaded: typeof SchemaEngine | undefined;

/** Joins the engine's bytes to its bindings by hand: the package's own entry needs a bundler. */
async function loadEngine(): Promise<typeof SchemaEngine> {
  if (loaded) return loaded;
  const registry = { set_message: (message: string) => process.stderr.write(`${message}\n`) };
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: registry });
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = readFileSync(script.replace(/\.js$/, '.wasm'));
  const imports = bindings as unknown as WebAssembly.ModuleImports;
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': imports });
  const exported = instance.exports as WebAssembly.Exports & { __wbindgen_start: () => void };
  bindings.__wbg_set_wasm(exported);
  exported.__wbindgen_start();
  loaded = bindings.SchemaEngine;
  return loaded;
}

/** The same server's address with another database. */
export function withDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(name)}`;
  return other.href;
}

async function connect(url: string): Promise<pg.Client> {
  const sql = new pg.Client({ connectionString: url });
  sql.on('error', () => {});
  await sql.connect();
  return sql;
}

async function execute(url: string, statement: string): Promise<void> {
  const sql = await connect(url);
  try {
    await sql.query(statement);
  } finally {
    await sql.end();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
