import { z } from 'zod';
import { photoLifecycle, profileLifecycle, type PhotoState, type ProfileState } from '../candidates.ts';
import { PICTURE_KINDS } from '../forms/fields.ts';
import { Id, Moment } from '../list.ts';
import { Judgement } from '../measures.ts';
import { DESK_ACTS } from './papers.ts';
import { DESK_KINDS, deskLifecycle, SECOND_LOOKS, type DeskState } from './lifecycle.ts';

/**
 * A person as the result list shows them: enough to tell two people apart. Who filed nothing yet has no district; then
 * even the name is masked.
 */
export const DeskHead = z.object({
  id: Id,
  name: z.string(),
  maskedIdNumber: z.string(),
  maskedPhone: z.string(),
  admissionNumber: z.string().optional(),
  filed: z.boolean(),
  state: z.enum(Object.keys(profileLifecycle.states) as [ProfileState]),
  photo: z.enum(Object.keys(photoLifecycle.states) as [PhotoState]),
});
export type DeskHead = z.output<typeof DeskHead>;

export const DeskRequest = z
  .object({
    id: Id,
    kind: z.enum(DESK_KINDS),
    state: z.enum(Object.keys(deskLifecycle.states) as [DeskState]),
    /** What whoever asks may do with it now. */
    actions: z.array(z.string()),
    district: z.string(),
    by: z.string(),
    at: Moment,
    reason: z.string(),
    /** Papers seen, in words. */
    papers: z.array(z.string()),
    secondLook: z.enum(SECOND_LOOKS),
    confirmed: z.object({ by: z.string(), at: Moment }).optional(),
    /** When it takes effect, or did. */
    effectiveAt: Moment.optional(),
    /** How it ended, in words. */
    ended: z.object({ at: Moment, note: z.string() }).optional(),
    maskedIdNumber: z.string(),
    /** Of the account before, and what it becomes. Whoever asks for a release learns nothing of the other account. */
    maskedPhone: z.string().optional(),
    newPhone: z.string().optional(),
  })
  .meta({ id: 'DeskRequest' });
export type DeskRequest = z.output<typeof DeskRequest>;

/** What is still to be done for a person in front of the desk, elsewhere in the workspace. */
export const DeskErrand = z.object({
  id: Id,
  queue: z.string(),
  title: z.string(),
  what: z.enum(['visit', 'handOver', 'review']),
});

/** Whom the desk registered, and the code their receipt carries. */
export const MadeAtDesk = z.object({
  id: Id,
  name: z.string(),
  paperCode: z.string(),
  until: Moment,
  /** By which the receipt is printed. */
  act: Id,
});
export type MadeAtDesk = z.output<typeof MadeAtDesk>;

/** Everything done at the desk leaves one, and a receipt can be printed of it. */
export const DeskAct = z.object({
  id: Id,
  what: z.enum(DESK_ACTS),
  by: z.string(),
  at: Moment,
  papers: z.array(z.string()),
});
export type DeskAct = z.output<typeof DeskAct>;

export const DeskPerson = z
  .object({
    head: DeskHead,
    /** What can be done at the desk now. */
    can: z.array(z.enum(['phone', 'paperCode', ...PICTURE_KINDS])),
    /** Of the submission the district has; whoever filed nothing yet shows none here. */
    pictures: z.object({ cardPortrait: Id.optional(), cardEmblem: Id.optional(), photo: Id.optional() }),
    /** What the checks say of the photo; after pictures were taken here it comes a little later. */
    judgement: Judgement.optional(),
    /** One of their numbers, if others seem to be theirs too: 合档 begins with it. */
    numberToMerge: z.string().optional(),
    acts: z.array(DeskAct),
    errands: z.array(DeskErrand),
    requests: z.array(DeskRequest),
  })
  .meta({ id: 'DeskPerson' });
export type DeskPerson = z.output<typeof DeskPerson>;

/** A request about one's own account, as its owner sees it: what, since when, until when it can be undone. */
export const OwnDeskRequest = z.object({
  id: Id,
  kind: z.enum(DESK_KINDS),
  state: z.enum(Object.keys(deskLifecycle.states) as [DeskState]),
  office: z.string(),
  at: Moment,
  effectiveAt: Moment.optional(),
  mayUndo: z.boolean(),
  newPhone: z.string().optional(),
});
export type OwnDeskRequest = z.output<typeof OwnDeskRequest>;
