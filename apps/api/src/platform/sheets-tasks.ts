import type { SheetFormat, SheetRefusal } from '@zikao/contract/sheets';

/** What the parent sends to a worker. `name`: as the person called the file. */
export interface SheetJob {
  bytes: Uint8Array;
  name: string;
}

/** A row: its number in the file as a person sees it, and a text for every column. */
export interface SheetRow {
  no: number;
  cells: string[];
}

/** A table read. `lines`: its rows in one piece of memory, a JSON array `[no, ...cells]` per line. */
export interface Table {
  format: SheetFormat;
  encoding?: string;
  columns: string[];
  count: number;
  lines: Uint8Array;
}

/** What is wrong where: `path` is `row.column`, the message names both. */
export interface CellFault {
  path: string;
  message: string;
}
export interface Refused {
  refused: SheetRefusal;
  detail?: string;
  errors?: CellFault[];
}

/** Thrown inside the worker. */
export class SheetFault extends Error {
  readonly refused: Refused;
  constructor(refused: SheetRefusal, extra: Omit<Refused, 'refused'> = {}) {
    super(refused);
    this.refused = { refused, ...extra };
  }
}
