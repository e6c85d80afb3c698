import { UNDO_LETTERS } from '@zikao/contract/desk/undo';
import { blindIndex, decryptText, encrypt, type Keys } from '#platform/crypto';
import type { deskRequests } from './tables.ts';

export type RequestRow = typeof deskRequests.$inferSelect;

const ID_NUMBER = 'desk_requests.idNumber';
const OLD_PHONE = 'desk_requests.oldPhone';
const NEW_PHONE = 'desk_requests.newPhone';

interface Numbers {
  idNumber: string;
  oldPhone: string;
  newPhone?: string;
}

export function sealNumbers(keys: Keys, { idNumber, oldPhone, newPhone }: Numbers) {
  return {
    idNumber: encrypt(keys, ID_NUMBER, idNumber),
    oldPhone: encrypt(keys, OLD_PHONE, oldPhone),
    ...(newPhone && {
      newPhone: encrypt(keys, NEW_PHONE, newPhone),
      newPhoneIndex: blindIndex(keys, 'desk.newPhone', newPhone),
    }),
  };
}

export function openNumbers(keys: Keys, row: RequestRow): Numbers {
  return {
    idNumber: decryptText(keys, ID_NUMBER, row.idNumber),
    oldPhone: decryptText(keys, OLD_PHONE, row.oldPhone),
    ...(row.newPhone && { newPhone: decryptText(keys, NEW_PHONE, row.newPhone) }),
  };
}

/** 50 bits that only the old number is told. Derived, so that it is stored nowhere, not even on its way out. */
export function undoCodeOf(keys: Keys, id: string): string {
  const secret = blindIndex(keys, 'desk.undo', id);
  return Array.from(secret.subarray(0, 10), (byte) => UNDO_LETTERS[byte % UNDO_LETTERS.length]).join('');
}

export const undoIndex = (keys: Keys, code: string) => blindIndex(keys, 'desk.undoCode', code);
