import { idNumberFault } from '@zikao/contract/codes/id-number';
import { CardText } from '@zikao/contract/verification';
import type { Line } from './recognise.ts';
import type { Row } from './rows.ts';

/** The side with the person: what it says, and the line that spells the name with what is printed before it. */
export type PortraitSide = {
  text: CardText;
  name?: { line: Line; label: string };
};

/** Takes the fields out of the rows by their labels. What does not read as what it should be is left out. */
export function parsePortraitSide(rows: Row[]): PortraitSide {
  const numberAt = rows.findIndex(({ text }) => /\d{15}/.test(digits(text)));
  const sexAt = rows.findIndex(({ text }) => /性别|民族|[男女].?族/.test(text));
  const nameRow =
    rows.find(({ text }) => /[姓名]/.test(text.slice(0, 3))) ?? (sexAt > 0 ? rows[sexAt - 1] : undefined);
  const name = nameRow?.text.replace(LABEL, '');
  const birth = rows.map(({ text }) => /(\d{4})年(\d{1,2})月(\d{1,2})/.exec(text)).find(Boolean);
  const found = {
    name: name || undefined,
    sex: /[男女]/.exec(rows[sexAt]?.text ?? '')?.[0],
    nation: /族([\p{Script=Han}]+?)族?$/u.exec(rows[sexAt]?.text ?? '')?.[1],
    birthDate: birth && dateOf(birth[1]!, birth[2]!, birth[3]!),
    address: addressOf(rows, numberAt) || undefined,
    idNumber: numberOf(rows[numberAt]?.text),
  };
  const line = nameRow?.lines.at(-1);
  return {
    text: Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)),
    ...(line && { name: { line, label: LABEL.exec(line.text)?.[0] ?? '' } }),
  };
}

const LABEL = /^.{0,2}?(?:姓\s*名|姓|名)\s*/;

const digits = (text: string) => text.replace(/[^\dXx]/g, '').toUpperCase();

/** ISO; undefined for a day there is not. */
export function dateOf(year: string, month: string, day: string): string | undefined {
  return CardText.shape.birthDate.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`).data;
}

// A number whose last character does not fit was misread.
function numberOf(text = ''): string | undefined {
  const number = /\d{17}[\dX]/.exec(digits(text))?.[0];
  return number && !idNumberFault(number) ? number : undefined;
}

function addressOf(rows: Row[], numberAt: number): string {
  const from = rows.findIndex(({ text }) => /^.?[住址]/.test(text));
  if (from < 0) return '';
  const until = numberAt > from ? numberAt : from + 3;
  const parts = rows.slice(from, until).map(({ text }) => text);
  return parts.join('').replace(/^.?(?:住址|住|址)/, '');
}
