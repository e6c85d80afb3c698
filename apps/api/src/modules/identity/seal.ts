import { maskPhone, normalisePhone } from '@zikao/contract/codes/phone';
import { birthDateOf, normaliseIdNumber } from '@zikao/contract/codes/id-number';
import { blindIndex, decryptText, encrypt, type Keys } from '#platform/crypto';

/** Looks up a person by ID number: the same for accounts and for imported admission numbers. */
export const idNumberIndex = (keys: Keys, idNumber: string) => blindIndex(keys, 'idNumber', idNumber);
/** Looks up people born on a day (ISO date). */
export const birthIndex = (keys: Keys, date: string) => blindIndex(keys, 'birthDate', date);
export const phoneIndex = (keys: Keys, phone: string) => blindIndex(keys, 'phone', phone);

export function sealIdNumber(keys: Keys, idNumber: string) {
  return {
    idNumber: encrypt(keys, 'accounts.idNumber', idNumber),
    idNumberIndex: idNumberIndex(keys, idNumber),
    birthIndex: birthIndex(keys, birthDateOf(idNumber)),
  };
}

export function sealPhone(keys: Keys, phone: string) {
  return { phone: encrypt(keys, 'accounts.phone', phone), phoneIndex: phoneIndex(keys, phone) };
}

export function openIdNumber(keys: Keys, row: { idNumber: Buffer | null }): string {
  return row.idNumber ? decryptText(keys, 'accounts.idNumber', row.idNumber) : '';
}

export function openPhone(keys: Keys, row: { phone: Buffer | null }): string {
  return row.phone ? decryptText(keys, 'accounts.phone', row.phone) : '';
}

/** Undefined for staff, who have none. */
export function maskedPhone(keys: Keys, row: { phone: Buffer | null }): string | undefined {
  return row.phone ? maskPhone(openPhone(keys, row)) : undefined;
}

/** What a candidate typed as account: a mobile number when it looks like one, else an ID number. */
export function readAccount(typed: string): { phone: string } | { idNumber: string } {
  const phone = normalisePhone(typed);
  return /^1\d{10}$/.test(phone) ? { phone } : { idNumber: normaliseIdNumber(typed) };
}
