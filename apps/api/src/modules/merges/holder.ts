import { maskIdNumber } from '@zikao/contract/codes/id-number';
import type { Signed } from '#platform/context';
import { type Owned, personIn } from './owners.ts';

const SEX: Record<string, string> = { '1': '男', '2': '女' };

/** Who holds a number, as the office may see it: of another district's person only what agrees with one's own. */
export function holderOf(ctx: Signed, owned: Owned, known?: { name: boolean; birthDate: boolean }) {
  const person = personIn(ctx, owned);
  if (!person) return undefined;
  const { name, idNumber, birthDate, sex } = person;
  const shown = { sex: SEX[sex] ?? '', birthDate };
  if (!owned.elsewhere) return { name, maskedIdNumber: maskIdNumber(idNumber), ...shown };
  return {
    name: known?.name ? name : `${[...name][0] ?? ''}＊＊`,
    maskedIdNumber: `••••••••••••••${idNumber.slice(-4)}`,
    ...(known?.birthDate && shown),
  };
}
