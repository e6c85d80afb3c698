import { blindIndex, decryptText, encrypt, type Keys } from '#platform/crypto';

export const sealName = (keys: Keys, name: string) => encrypt(keys, 'documents.name', name);
export const openName = (keys: Keys, { name }: { name: Buffer }) => decryptText(keys, 'documents.name', name);

/** Equal for the same file of the same person. */
export const digestOf = (keys: Keys, owner: string, file: Buffer) =>
  blindIndex(keys, 'documents', Buffer.concat([Buffer.from(`${owner}\0`), file]));
