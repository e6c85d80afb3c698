import { z } from 'zod';

export interface DeskPaper {
  code: string;
  label: string;
  /** Nothing can be done without it. */
  required?: boolean;
}

const IDENTITY: readonly DeskPaper[] = [
  { code: 'idCard', label: '已核对本人有效居民身份证原件', required: true },
  { code: 'inPerson', label: '已确认到场的是身份证上的本人', required: true },
];

/** What the officer has in hand, ticked item by item and kept with the act. */
export const DESK_PAPERS = {
  phone: [
    ...IDENTITY,
    { code: 'signedForm', label: '考生已在更换手机号申请上签名', required: true },
    { code: 'carrier', label: '已看运营商出具的号码实名证明' },
  ],
  release: [
    ...IDENTITY,
    { code: 'signedForm', label: '考生已在身份证号被占用情况说明上签名', required: true },
    { code: 'household', label: '已看户口本或公安户籍证明' },
  ],
  registration: [
    ...IDENTITY,
    { code: 'ownPhone', label: '考生确认手机号是本人正在使用的号码', required: true },
    { code: 'privacy', label: '已向考生说明个人信息处理告知', required: true },
  ],
  pictures: [
    ...IDENTITY,
    {
      code: 'pictureConsent',
      label: '考生当面同意处理身份证图片和照片，已在同意书上签名',
      required: true,
    },
  ],
} as const satisfies Record<string, readonly DeskPaper[]>;
export type DeskTicks = keyof typeof DESK_PAPERS;

/** What a desk does, and leaves a receipt of. */
export const DESK_ACTS = ['phone', 'release', 'registration', 'cardPortrait', 'cardEmblem', 'photo'] as const;
export type DeskActName = (typeof DESK_ACTS)[number];
export const DESK_ACT_NAMES: Record<DeskActName, string> = {
  phone: '受理更换手机号',
  release: '受理释放被占用的身份证号',
  registration: '现场注册账号',
  cardPortrait: '采集身份证人像面图片',
  cardEmblem: '采集身份证国徽面图片',
  photo: '采集照片',
};
/** Whose tick list an act has. */
export const ticksOf = (act: DeskActName): DeskTicks =>
  act === 'phone' || act === 'release' || act === 'registration' ? act : 'pictures';

/** The ticks of an act: only its own, and all that it cannot do without. */
export function papersSeen(act: DeskTicks) {
  const list: readonly DeskPaper[] = DESK_PAPERS[act];
  const codes = list.map(({ code }) => code);
  const missing = (seen: readonly string[]) =>
    list.filter(({ code, required }) => required && !seen.includes(code));
  return z
    .array(z.enum(codes as [string]), { error: '请逐项核对并勾选' })
    .max(codes.length)
    .transform((seen) => [...new Set(seen)])
    .refine((seen) => missing(seen).length === 0, '带 * 的每一项都要核对并勾选，才能办理');
}

/** Ticks in words, for receipts and those who look later. */
export const paperLabels = (act: DeskTicks, seen: readonly string[]): string[] =>
  DESK_PAPERS[act].filter(({ code }) => seen.includes(code)).map(({ label }) => label);
