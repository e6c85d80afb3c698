import {
  agreeToNotice,
  consentToPictures,
  choosePhotoWay,
  confirmProfile,
  getProfile,
  type Profile,
  saveProfileDraft,
  uploadPicture,
  verifyPhoto,
} from '@zikao/contract/candidates';
import { getText } from '@zikao/contract/exams';
import { setTimeout } from 'node:timers/promises';
import { work } from '#app';
import type { PictureKind } from '@zikao/contract/forms/fields';
import { drawIdCard, drawPortrait, type PortraitOptions } from '@zikao/pictures';
import type { Caller } from '#test/caller';
import { XINING, type Person } from './people.ts';
import { must, type Stage } from './stage.ts';

interface Part {
  stage: Stage;
  caller: Caller;
}

const ADDRESS = '青海省西宁市城东区示例路 8 号 2 单元 301 室';
const DRAFT = {
  politicalStatus: '13',
  education: '60',
  occupation: '17',
  householdType: '2',
  householdPlace: '630102',
  address: ADDRESS,
  postcode: '810000',
  contactName: '李示例',
  contactPhone: '19900009999',
};

/** 同意须知, and the first half of the form with one picture. */
export async function fillHalf(caller: Caller, person: Person, idNumber: string): Promise<void> {
  await agree(caller);
  await save(caller, { name: person.name, nation: person.nation[0], politicalStatus: '03' });
  await upload(caller, 'cardPortrait', await drawCard(person, idNumber));
}

/** All pages up to 照片上传. */
export async function fillAll(caller: Caller, person: Person, idNumber: string): Promise<void> {
  await agree(caller);
  const { name, nation, district = XINING } = person;
  await save(caller, { ...DRAFT, name, nation: nation[0], district });
  await upload(caller, 'cardPortrait', await drawCard(person, idNumber));
  const emblem = { authority: '西宁市公安局', validity: '2022.05.01-2042.05.01' };
  await upload(caller, 'cardEmblem', await drawIdCard({ side: 'emblem', ...emblem }));
  await confirm(caller);
}

/** A portrait that passes: 提交验证 hands the profile to the district. */
export async function submitPhoto({ stage, caller }: Part, person: Person, idNumber: string): Promise<void> {
  await upload(caller, 'photo', await drawPortrait(faceOf(person, idNumber)));
  const profile = await verify(stage, caller);
  if (profile.state !== 'pending') throw new Error(`照片没有通过：${JSON.stringify(profile.photo)}`);
}

/** Three portraits that fail: blurred, too dark, before a blue wall. */
export async function failThrice({ stage, caller }: Part, person: Person, idNumber: string): Promise<void> {
  for (const fault of [{ blur: 7 }, { brightness: 0.25 }, { background: '#5a78b8' }]) {
    await upload(caller, 'photo', await drawPortrait({ ...faceOf(person, idNumber), ...fault }));
    await verify(stage, caller);
  }
}

export async function chooseDesk(caller: Caller): Promise<void> {
  await must(caller, choosePhotoWay, { body: { choice: 'desk' } });
}

/** What the rejection asked for: another address and a new picture of the card, then 提交验证 again. */
export async function correct({ stage, caller }: Part, person: Person, idNumber: string): Promise<void> {
  await save(caller, { address: `${ADDRESS}（幸福家园）` });
  await upload(caller, 'cardPortrait', await drawCard(person, idNumber));
  await confirm(caller);
  await verify(stage, caller);
}

/** 提交验证, done here unless the running product is quicker. */
async function verify({ services, app }: Stage, caller: Caller): Promise<Profile> {
  await must(caller, verifyPhoto);
  for (;;) {
    await services.jobs.drain(work({ ...services, log: app.log }));
    const profile: Profile = await must(caller, getProfile);
    if (profile.photo.state !== 'verifying') return profile;
    await setTimeout(200);
  }
}

async function agree(caller: Caller): Promise<void> {
  const { version } = await must(caller, getText, { params: { kind: 'candidateNotice' } });
  await must(caller, agreeToNotice, { body: { version } });
  const privacy = await must(caller, getText, { params: { kind: 'privacy' } });
  await must(caller, consentToPictures, { body: { version: privacy.version } });
}

async function save(caller: Caller, body: Record<string, string>): Promise<void> {
  const { version } = await must(caller, getProfile);
  await must(caller, saveProfileDraft, { body }, version);
}

async function confirm(caller: Caller): Promise<void> {
  const { version } = await must(caller, getProfile);
  await must(caller, confirmProfile, {}, version);
}

async function upload(caller: Caller, kind: PictureKind, bytes: Buffer): Promise<void> {
  await must(caller, uploadPicture, { params: { kind }, body: new Uint8Array(bytes) });
}

/** The same person on the card and in the photo: women wear a real face, of which there are two; men a drawn one. */
const faceOf = ({ sex }: Person, idNumber: string): PortraitOptions =>
  sex === '男'
    ? { seed: idNumber, sex: 'male' }
    : { seed: idNumber, sex: 'female', face: Number(idNumber.at(-2)) % 4 ? 'elsa' : 'dina' };

async function drawCard(person: Person, idNumber: string): Promise<Buffer> {
  const { name, sex, nation, birthDate } = person;
  // Taken on another day: a photo that is the card's picture again is remarked on.
  const portrait = await drawPortrait({ ...faceOf(person, idNumber), tilt: 3, brightness: 0.92 });
  const printed = { name, sex, nation: nation[1], birthDate, idNumber, address: ADDRESS };
  return drawIdCard({ side: 'portrait', portrait, ...printed });
}
