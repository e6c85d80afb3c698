/** A value of a PDF object. Numbers, strings, booleans and null carry nothing we look for: undefined. */
export type Value = Name | Ref | Value[] | Dict | undefined;
export interface Name {
  name: string;
}
export interface Ref {
  ref: number;
}
export type Dict = Map<string, Value>;

export class Unreadable extends Error {}

// PDFium itself gives up at 64.
const DEEPEST = 100;
const SPACE = '(?:[\\0\\t\\n\\f\\r ]|%[^\\r\\n]*)*';
const TOKEN = new RegExp(
  `${SPACE}(?:(?<ref>\\d+) \\d+ R\\b|(?<mark><<|>>|\\[|\\]|\\()|/(?<name>[^\\0\\t\\n\\f\\r ()<>[\\]{}/%]*)|(?<plain><[^>]*>|[^\\0\\t\\n\\f\\r ()<>[\\]{}/%]+))`,
  'y',
);

/**
 * The objects of a file that PDFium has written, by number, as its table of places says. Only what stands before a
 * stream's data is read. Not made for files of anybody else.
 */
export function readObjects(file: Buffer): Map<number, Value> {
  const text = file.toString('latin1');
  return new Map([...places(text)].map(([number, place]) => [number, readAt(text, number, place)]));
}

function places(text: string): Map<number, number> {
  const table = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const lines = text.startsWith('xref', table) ? text.slice(table + 4).split(/[\r\n]+/) : [];
  const found = new Map<number, number>();
  let number = 0;
  for (const line of lines) {
    if (line.startsWith('trailer')) return found;
    const entry = /^(\d{10}) \d{5} ([nf])/.exec(line);
    if (!entry) number = Number(/^\d+/.exec(line)?.[0] ?? 0);
    else if (entry[2] === 'n') found.set(number++, Number(entry[1]));
    else number++;
  }
  throw new Unreadable('no table of places');
}

function readAt(text: string, number: number, place: number): Value {
  const head = `${number} 0 obj`;
  if (!text.startsWith(head, place)) throw new Unreadable(`object ${number} is not at its place`);
  return new Reader(text, place + head.length).value();
}

class Reader {
  readonly #text: string;
  #at: number;
  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  value(depth = 0): Value {
    const { ref, mark, name } = this.#token();
    if (depth > DEEPEST) throw new Unreadable('too deep');
    if (ref !== undefined) return { ref: Number(ref) };
    if (name !== undefined) return { name: decode(name) };
    if (mark === '[') return this.#list(depth);
    if (mark === '<<') return this.#dict(depth);
    if (mark === '(') return this.#skipString();
    if (mark !== undefined) throw new Unreadable(`${mark} without a beginning`);
    return undefined;
  }

  #token() {
    TOKEN.lastIndex = this.#at;
    const found = TOKEN.exec(this.#text);
    if (!found) throw new Unreadable(`nothing readable at ${this.#at}`);
    this.#at = TOKEN.lastIndex;
    return found.groups!;
  }

  /** Whether `mark` comes next; then it is behind us. */
  #ends(mark: string): boolean {
    const before = this.#at;
    if (this.#token().mark === mark) return true;
    this.#at = before;
    return false;
  }

  #list(depth: number): Value[] {
    const items: Value[] = [];
    while (!this.#ends(']')) items.push(this.value(depth + 1));
    return items;
  }

  #dict(depth: number): Dict {
    const dict: Dict = new Map();
    while (!this.#ends('>>')) {
      const { name } = this.#token();
      if (name === undefined) throw new Unreadable('a key that is no name');
      dict.set(decode(name), this.value(depth + 1));
    }
    return dict;
  }

  #skipString(): undefined {
    for (let open = 1; open > 0; this.#at++) {
      const sign = this.#text[this.#at];
      if (sign === undefined) throw new Unreadable('a string without an end');
      if (sign === '\\') this.#at++;
      else if (sign === '(') open++;
      else if (sign === ')') open--;
    }
    return undefined;
  }
}

const decode = (name: string) =>
  name.replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
