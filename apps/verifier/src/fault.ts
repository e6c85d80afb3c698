/** Why a picture is refused, as the catalogue of problems names it. */
export type FaultCode =
  | 'picture.wrongType'
  | 'picture.unreadable'
  | 'picture.tooManyPixels'
  | 'picture.tooSmall'
  | 'picture.animated';

/** The picture's own fault; everything else that goes wrong is ours, and ends the process. */
export class Fault extends Error {
  readonly code: FaultCode;
  constructor(code: FaultCode) {
    super(code);
    this.code = code;
  }
}
