import { birthDateOf, sexOf } from '@zikao/contract/codes/id-number';
import { drawIdCard, drawPortrait, onDesk } from '@zikao/pictures';
import type { Person } from './person.ts';

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'image/jpeg', buffer });

/** Both sides of somebody's card as photographed on a desk. */
export async function cardFiles(person: Person) {
  const born = birthDateOf(person.idNumber);
  const facts = {
    name: person.name,
    sex: sexOf(person.idNumber) === '1' ? '男' : '女',
    nation: '汉',
    birthDate: born,
    address: '青海省西宁市城东区共和路12号',
    idNumber: person.idNumber,
    authority: '西宁市公安局',
    validity: '2020.01.01-2040.01.01',
  } as const;
  const [portrait, emblem] = await Promise.all([
    drawIdCard({ ...facts, side: 'portrait' }).then(onDesk),
    drawIdCard({ ...facts, side: 'emblem' }).then(onDesk),
  ]);
  return { portrait: file('正面.jpg', portrait), emblem: file('反面.jpg', emblem) };
}

export const goodPhoto = async (seed = 3) => file('照片.jpg', await drawPortrait({ seed }));
export const darkPhoto = async () => file('太暗.jpg', await drawPortrait({ seed: 3, brightness: 0.25 }));
