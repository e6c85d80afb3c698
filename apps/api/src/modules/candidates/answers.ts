import { birthDateOf, sexOf } from '@zikao/contract/codes/id-number';
import type { Answers } from '@zikao/contract/forms/fields';
import { decryptText, encrypt, type Keys } from '#platform/crypto';

/** GB/T 2261 has no table of ID papers: `01` is the resident ID card in the province's own. */
const ID_CARD = '01';

export interface Person {
  name: string;
  idNumber: string;
  /** Put on file by 变更申请; absent: what the ID number says. */
  sex?: string;
}

/** What the account says, whatever was ever stored or sent. */
export function fixedAnswers({ idNumber, sex }: Person): Answers {
  return { idType: ID_CARD, idNumber, sex: sex ?? sexOf(idNumber), birthDate: birthDateOf(idNumber) };
}

/** What the form holds: the account's name until another is typed, the stored answers, the fixed ones. */
export function openAnswers(keys: Keys, sealed: Buffer | null, person: Person): Answers {
  const stored = sealed ? (JSON.parse(decryptText(keys, 'profiles.answers', sealed)) as Answers) : {};
  return { name: person.name, ...stored, ...fixedAnswers(person) };
}

export function sealAnswers(keys: Keys, answers: Answers, person: Person): Buffer {
  const fixed = Object.keys(fixedAnswers(person));
  const own = Object.entries(answers).filter(([key, value]) => !fixed.includes(key) && value !== null);
  return encrypt(keys, 'profiles.answers', JSON.stringify(Object.fromEntries(own)));
}
