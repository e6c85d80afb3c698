import type { UseQueryOptions } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import type { Reason } from '@zikao/contract/candidates';
import type { CodeTables } from '@zikao/contract/codes/tables';
import type { Answers } from '@zikao/contract/forms/fields';
import type { DescribedGroup, Form } from '@zikao/contract/forms/form';
import type { SpecialInputs } from '#forms/inputs';
import type { NoticeText } from '#forms/NoticeStep';
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
  /** The text of the notice where it is not one of the province's. */
  notice?: NoticeText;
  /** Below that text. */
  noticeEnd?: ReactNode;
  /** Below the preview: what submitting means. */
  closing?: ReactNode;
}

export interface FilingCalls {
  /** Reads everything anew; resolves to the version. */
  latest: () => Promise<number>;
  save: (patch: Answers, version: number) => Promise<Saved>;
  agree: (version: string) => Promise<void>;
  /** The rules of the server on what is saved, of one step or of all; absent: the form alone says. */
  check?: (step?: string) => Promise<Checked>;
  /** The preview's button; `key` is one per visit, so that a double click submits once. */
  submit: (version: number, key: string) => Promise<void>;
}

/** The rows as they will be frozen, and what to know before submitting them. */
export interface Checked {
  groups: DescribedGroup[];
  notes: readonly { message: string }[];
}

export type TablesQuery = UseQueryOptions<unknown, Error, CodeTables>;
