import type { UseQueryOptions } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import type { Reason } from '@zikao/contract/candidates';
import type { CodeTables } from '@zikao/contract/codes/tables';
import type { Answers } from '@zikao/contract/forms/fields';
import type { DescribedGroup, Form } from '@zikao/contract/forms/form';
import type { SpecialInputs } from '#forms/inputs';
import type { Saved } from '#forms/use-draft';

/** What a wizard runs on: a form, how far it is filled in, and the calls that move it on. Nothing else differs by kind. */
export interface Filing {
  form: Form;
  /** What is saved of it. */
  draft: { answers: Answers; version: number; savedAt?: string | undefined; agreed?: string | undefined };
  /** The furthest step that may be opened. */
  reached: string;
  /** What the office said of the last submission. */
  review: { state: string; reasons: readonly Reason[]; remark?: string | undefined };
  pathOf: (step: string) => string;
  /** Where 上一步 of the first step leads, and whoever asks for a step there is not. */
  entry: string;
  calls: FilingCalls;
  /** Options of the form, which may follow from the answers. */
  tables: (answers: Answers) => TablesQuery;
  special?: SpecialInputs;
  pictureUrl?: (id: string) => string;
  /** A sentence below the title, by step. */
  leads?: Partial<Record<string, string>>;
  /** Left of the saved mark: sums. */
  Mark?: ComponentType<{ answers: Answers }>;
  /** Beside the fields and the preview: what is on record now. */
  aside?: ReactNode;
  /** Below the preview: what submitting means. */
  closing?: ReactNode;
}

export interface FilingCalls {
  /** Reads everything anew; resolves to the version. */
  latest: () => Promise<number>;
  save: (patch: Answers, version: number) => Promise<Saved>;
  agree: (version: string) => Promise<void>;
  /** The rules of the server on what is saved, and the rows they make of it; absent: the form alone says. */
  check?: () => Promise<DescribedGroup[]>;
  /** The preview's button; `key` is one per visit, so that a double click submits once. */
  submit: (version: number, key: string) => Promise<void>;
}

export type TablesQuery = UseQueryOptions<unknown, Error, CodeTables>;
