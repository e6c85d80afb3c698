import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { ExamRules } from '@zikao/contract/exam-rules';
import type { PhotoProfile } from '@zikao/contract/measures';

/** The province's data. Another province has another folder with the same files; columns are explained in its README. */
const FOLDER = new URL('./qinghai/', import.meta.url);

export type Row = Record<string, string>;
/** Values for `{{name}}` in data and texts: what is relative to the first start. */
export type Words = Record<string, string>;

export interface ProvinceFile {
  name: string;
  platform: string;
  organisation: string;
  mergePapers: string;
  photo: Omit<PhotoProfile, 'limits'>;
  rules: ExamRules;
}

export function readTable(name: string, words: Words = {}): Row[] {
  return parse(fill(read(name), words), { columns: true, skip_empty_lines: true });
}

export const readText = (name: string, words: Words): string => fill(read(`texts/${name}`), words).trim();

export const readProvince = (): ProvinceFile => JSON.parse(read('province.json')) as ProvinceFile;

function fill(text: string, words: Words): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const word = words[name];
    if (word === undefined) throw new Error(`seed: nothing to put in for {{${name}}}`);
    return word;
  });
}

const read = (name: string) => readFileSync(fileURLToPath(new URL(name, FOLDER)), 'utf8');
