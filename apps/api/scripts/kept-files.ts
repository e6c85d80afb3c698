import { asc, eq, gt } from 'drizzle-orm';
import { filesOf } from '#modules/documents';
import type { Db } from '#platform/database';
import { documents } from '#tables/documents';
import { pictures } from '#tables/photos';
import { scoreBatches } from '#tables/scores';

const BATCH = 1_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

export interface Kept {
  /** Part of a file's name, see `Files`. */
  owner: string;
  keys: string[];
  /** Whether what names them is still there: it may have gone since it was listed. */
  stays(now: Db): Promise<boolean>;
}

/** Everything in the file store that a row names. A new table with files belongs here. */
export async function* keptFiles(db: Db): AsyncGenerator<Kept> {
  yield* keptPictures(db);
  yield* keptDocuments(db);
  yield* keptScoreFiles(db);
}

async function* keptPictures(db: Db): AsyncGenerator<Kept> {
  for (let after = FIRST; ;) {
    const rows = await db
      .select()
      .from(pictures)
      .where(gt(pictures.id, after))
      .orderBy(asc(pictures.id))
      .limit(BATCH);
    for (const { id, owner, file, normalised } of rows) {
      const keys = normalised ? [file, normalised] : [file];
      yield { owner, keys, stays: async (now) => (await now.$count(pictures, eq(pictures.id, id))) > 0 };
    }
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.id;
  }
}

async function* keptDocuments(db: Db): AsyncGenerator<Kept> {
  for (let after = FIRST; ;) {
    const rows = await db
      .select()
      .from(documents)
      .where(gt(documents.id, after))
      .orderBy(asc(documents.id))
      .limit(BATCH);
    for (const row of rows) {
      const stays = async (now: Db) => (await now.$count(documents, eq(documents.id, row.id))) > 0;
      yield { owner: row.id, keys: filesOf(row), stays };
    }
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.id;
  }
}

async function* keptScoreFiles(db: Db): AsyncGenerator<Kept> {
  for (const { id, file } of await db.select().from(scoreBatches).orderBy(asc(scoreBatches.no))) {
    const stays = async (now: Db) => (await now.$count(scoreBatches, eq(scoreBatches.id, id))) > 0;
    yield { owner: id, keys: [file], stays };
  }
}
