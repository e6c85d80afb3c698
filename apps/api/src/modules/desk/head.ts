import { maskIdNumber } from '@zikao/contract/codes/id-number';
import { maskPhone } from '@zikao/contract/codes/phone';
import type { DeskHead } from '@zikao/contract/desk/shapes';
import type { Person } from './reach.ts';

/** The minimum by which an officer sees whether this is who stands there. */
export function headOf({ brief, standing, numbers }: Person): DeskHead {
  const { filed, state, photoState } = standing;
  const name = standing.name ?? brief.name;
  return {
    id: brief.id,
    name: filed ? name : maskName(name),
    maskedIdNumber: maskIdNumber(brief.idNumber),
    maskedPhone: maskPhone(brief.phone),
    ...(filed && numbers[0] && { admissionNumber: numbers[0] }),
    filed,
    state,
    photo: photoState,
  };
}

const maskName = (name: string) => {
  const [first = '', ...rest] = name;
  return first + '•'.repeat(Math.min(rest.length, 3));
};
