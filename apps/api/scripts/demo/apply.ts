import {
  agreeToRequirements,
  beginApplication,
  saveApplicationDraft,
  submitApplication,
} from '@zikao/contract/applications/endpoints';
import { uploadDocument } from '@zikao/contract/documents';
import type { Answers } from '@zikao/contract/forms/fields';
import { drawPaper } from '@zikao/pictures';
import type { Caller } from '#test/caller';
import { must, type Stage } from './stage.ts';

interface Filing {
  kind: string;
  answers: Answers;
  /** Names of the papers for 证明材料. */
  papers?: readonly string[];
}

/** 申请 of a kind up to a saved draft. Gives its id and version. */
export async function draftApplication(
  { services: { kinds } }: Stage,
  caller: Caller,
  { kind, answers, papers = [] }: Filing,
): Promise<{ id: string; version: number }> {
  const { id } = await must(caller, beginApplication, { body: { kind } });
  const params = { id };
  const version = kinds[kind]!.version;
  const agreed = await must(caller, agreeToRequirements, { params, body: { version } });
  const proof = [];
  for (const name of papers) proof.push(await upload(caller, name));
  const body = { ...answers, ...(proof.length && { proof }) };
  const saved = await must(caller, saveApplicationDraft, { params, body }, agreed.version);
  return { id, version: saved.version };
}

/** The same, submitted. */
export async function apply(stage: Stage, caller: Caller, filing: Filing): Promise<string> {
  const { id, version } = await draftApplication(stage, caller, filing);
  await must(caller, submitApplication, { params: { id } }, version);
  return id;
}

async function upload(caller: Caller, name: string): Promise<string> {
  const body = new Uint8Array(drawPaper({ lines: ['演示材料', name] }));
  const { id } = await must(caller, uploadDocument, { query: { name: `${name}.pdf` }, body });
  return id as string;
}
