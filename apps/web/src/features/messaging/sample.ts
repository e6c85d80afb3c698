import { fillText, type MessageText } from '@zikao/contract/message-texts';

/** What stands for each placeholder in a preview. */
const NAMES: Record<string, string> = {
  message: '结果和原因',
  title: '事项名称',
  admissionNumber: '准考证号',
};

export const placeholderName = (placeholder: string): string => NAMES[placeholder] ?? placeholder;

/** A text as it reads, with 〔what the system fills in〕. */
export const sampled = (text: string, { placeholders }: Pick<MessageText, 'placeholders'>): string =>
  fillText(text, Object.fromEntries(placeholders.map((name) => [name, `〔${placeholderName(name)}〕`])));
