import type { Db } from '#platform/database';

/** The control: a database whose transactions are none, every statement commits by itself. */
export function inPieces(db: Db): Db {
  const pieces = Object.assign(Object.create(db) as Db, {
    transaction: (work: (tx: Db) => Promise<unknown>) => work(pieces),
  });
  return pieces;
}
