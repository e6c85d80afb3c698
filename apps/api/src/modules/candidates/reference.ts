const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 受理编号: eight letters of the account's random id, four and four, without I, L, O and U. Says nothing, never changes. */
export function referenceOf(id: string): string {
  let bits = BigInt(`0x${id.replaceAll('-', '').slice(0, 10)}`);
  let text = '';
  for (let i = 0; i < 8; i++) {
    text = LETTERS[Number(bits & 31n)] + text;
    bits >>= 5n;
  }
  return `${text.slice(0, 4)}-${text.slice(4)}`;
}
