import type { CardText } from '@zikao/contract/verification';
import { dateOf } from './portrait-side.ts';
import type { Row } from './rows.ts';

const DATE = String.raw`(\d{4})\D?(\d{2})\D?(\d{2})`;
const VALIDITY = new RegExp(String.raw`${DATE}\D{0,2}(?:${DATE}|(长期))`);

/** The side with the emblem: who issued the card, and from when to when it is valid. */
export function parseEmblemSide(rows: Row[]): CardText {
  const dates = rows.map(({ text }) => VALIDITY.exec(text)).find(Boolean);
  const labelled = rows.map(({ text }) => /签发机关(.+)$/.exec(text)?.[1]).find(Boolean);
  const authority =
    labelled ?? rows.find(({ text }) => /公安|分?局$/.test(text))?.text.replace(/^.*机关/, '');
  const validFrom = dates && dateOf(dates[1]!, dates[2]!, dates[3]!);
  const validUntil = dates && (dates[7] ? '长期' : dateOf(dates[4]!, dates[5]!, dates[6]!));
  return {
    ...(authority && { authority }),
    ...(validFrom && { validFrom }),
    ...(validUntil && { validUntil: validUntil as '长期' }),
  };
}
