import { birthDateOf, sexOf } from '@zikao/contract/codes/id-number';
import type { MeasureValues } from '@zikao/contract/measures';
import type { CardText } from '@zikao/contract/verification';

type Declared = { name: string; idNumber: string };

/** What a name that cannot be read costs, and the most that any costs: far from every one that was read. */
export const UNREAD_NAME = 20;

const [SAME, UNREAD, DIFFERENT] = [1, 0.5, 0];

/**
 * The card's words against what was declared; `nameCost` as the reader tells it. Sex and date of birth are compared
 * with the number on the card itself where that was read: a card must agree with itself. A card without legible words
 * gives values all the same, so that nobody passes because there was nothing to compare.
 */
export function identityValues(
  card: CardText,
  declared: Declared,
  nameCost: number = UNREAD_NAME,
  today?: string,
): MeasureValues {
  const number = card.idNumber ?? declared.idNumber;
  const sex = sexOf(number) === '1' ? '男' : '女';
  const days = today && card.validUntil && daysBetween(today, card.validUntil);
  return {
    cardNumber: compared(card.idNumber, declared.idNumber),
    cardName: Math.min(UNREAD_NAME, Math.max(0, nameCost)),
    cardSex: compared(card.sex, sex),
    cardBirthDate: compared(card.birthDate, birthDateOf(number)),
    ...(typeof days === 'number' && { cardValidity: days }),
  };
}

const compared = (read: string | undefined, wanted: string) =>
  read === undefined ? UNREAD : read === wanted ? SAME : DIFFERENT;

/** Undefined for a card that never expires. */
function daysBetween(from: string, until: string): number | undefined {
  if (until === '长期') return undefined;
  return Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000);
}
