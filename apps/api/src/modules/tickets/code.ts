import type { Services } from '#platform/context';
import type { Keys } from '#platform/crypto';
import { isSigned, sign, SIGNATURE } from '#platform/signature';

// What a code holds: version (1 byte), the enrolment's id (16), the print of what the paper says (8), our signature.
const VERSION = 1;
const ID = 16;
const PRINT = 8;
const SIZE = 1 + ID + PRINT + SIGNATURE;
const PURPOSE = 'ticket';

export interface TicketCode {
  enrolment: string;
  /** Changes with anything on the paper: 8 bytes in base64url. */
  version: string;
}

/** What stands in the QR code of a paper: short, and nobody else can make one. */
export function writeCode(keys: Keys, { enrolment, version }: TicketCode): string {
  const said = Buffer.concat([
    Buffer.from([VERSION]),
    Buffer.from(enrolment.replaceAll('-', ''), 'hex'),
    Buffer.from(version, 'base64url'),
  ]);
  return Buffer.concat([said, sign(keys, PURPOSE, said)]).toString('base64url');
}

/** What a code says, if we wrote it. */
export function readCode(keys: Keys, code: string): TicketCode | undefined {
  const bytes = Buffer.from(code, 'base64url');
  // Only the one spelling of it: a decoder forgives what we do not.
  if (bytes.length !== SIZE || bytes.toString('base64url') !== code || bytes[0] !== VERSION) return undefined;
  const said = bytes.subarray(0, SIZE - SIGNATURE);
  if (!isSigned(keys, PURPOSE, said, bytes.subarray(SIZE - SIGNATURE))) return undefined;
  const id = said.subarray(1, 1 + ID).toString('hex');
  return {
    enrolment: id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'),
    version: said.subarray(1 + ID).toString('base64url'),
  };
}

/** Where the code leads. Behind `#` it stays in the phone: no proxy writes it down. */
export function codeAddress({ config }: Pick<Services, 'config'>, code: string): string {
  return `${config.PUBLIC_URL?.replace(/\/$/, '') ?? `http://localhost:${config.PORT}`}/check-ticket#${code}`;
}
