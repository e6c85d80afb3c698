import { z } from 'zod';
import { IdNumber } from './codes/id-number.ts';
import { Phone } from './codes/phone.ts';
import { PersonName } from './codes/name.ts';
import { code, field, maybe, words } from './forms/fields.ts';
import { fieldLabels, form } from './forms/form.ts';

/** ID-1 card, ISO/IEC 7810: 85.6 × 53.98 mm. */
export const CARD_ASPECT = 85.6 / 53.98;

const picture = (label: string) => z.uuid(`请上传${label}`);

/** 基本信息填报（建档）: the five pages of the guide, section 4 (1). */
export const profileForm = form({
  name: 'profile',
  title: '基本信息填报',
  steps: [
    {
      key: 'notice',
      title: '考生须知',
      kind: 'notice',
      text: 'candidateNotice',
      tick: '我已阅读并同意《青海省自考考生须知》',
      next: '同意并继续',
    },
    {
      key: 'form',
      title: '填写信息',
      kind: 'fields',
      next: '下一步',
      groups: [
        {
          title: '身份信息',
          fields: {
            idType: field({
              input: 'fixed',
              table: 'idType',
              label: '证件类型',
              schema: code('证件类型'),
              half: true,
            }),
            idNumber: field({
              input: 'fixed',
              label: '证件号码',
              schema: IdNumber,
              half: true,
            }),
            name: field({
              input: 'text',
              label: '姓名',
              schema: PersonName,
              hint: '与身份证一致，间隔号请用“·”',
              autoComplete: 'name',
              maxLength: 60,
            }),
            sex: field({ input: 'fixed', table: 'sex', label: '性别', schema: code('性别'), half: true }),
            birthDate: field({
              input: 'fixed',
              label: '出生日期',
              schema: z.iso.date('出生日期不正确'),
              date: true,
              half: true,
            }),
            nation: field({
              input: 'select',
              options: 'nation',
              label: '民族',
              schema: code('民族'),
              half: true,
            }),
            politicalStatus: field({
              input: 'select',
              options: 'politicalStatus',
              label: '政治面貌',
              schema: code('政治面貌'),
              half: true,
            }),
          },
        },
        {
          title: '身份证图片',
          fields: {
            cardPortrait: field({
              input: 'picture',
              picture: 'cardPortrait',
              label: '身份证人像面',
              schema: picture('身份证人像面'),
              hint: 'JPG、PNG、WebP 或 HEIC，15 MB 以内，四边完整、字迹清晰',
            }),
            cardEmblem: field({
              input: 'picture',
              picture: 'cardEmblem',
              label: '身份证国徽面',
              schema: picture('身份证国徽面'),
              hint: 'JPG、PNG、WebP 或 HEIC，15 MB 以内，四边完整、字迹清晰',
            }),
          },
        },
        {
          title: '学习与工作',
          fields: {
            education: field({
              input: 'select',
              options: 'education',
              label: '文化程度',
              schema: code('文化程度'),
              half: true,
            }),
            occupation: field({
              input: 'select',
              options: 'occupation',
              label: '职业',
              schema: code('职业'),
              half: true,
            }),
            workUnit: field({
              input: 'text',
              label: '工作单位',
              schema: maybe(words('工作单位', { max: 60 })),
              optional: true,
              autoComplete: 'organization',
              maxLength: 60,
            }),
          },
        },
        {
          title: '户籍与考区',
          fields: {
            householdType: field({
              input: 'radio',
              options: 'householdType',
              label: '户口类别',
              schema: code('户口类别'),
            }),
            householdPlace: field({
              input: 'division',
              label: '户口所在地',
              schema: code('户口所在地'),
              hint: '户口不在本省的，请选择“其他省份”',
            }),
            district: field({
              input: 'select',
              options: 'district',
              label: '考区',
              schema: code('考区'),
              hint: '由该考区审核您的资料',
            }),
          },
        },
        {
          title: '联系方式',
          fields: {
            address: field({
              input: 'textarea',
              label: '通讯地址',
              schema: words('通讯地址', { min: 6, max: 100 }),
              hint: '写到门牌号',
              maxLength: 100,
            }),
            postcode: field({
              input: 'text',
              label: '邮政编码',
              schema: z
                .string({ error: '请填写邮政编码' })
                .trim()
                .regex(/^\d{6}$/, '邮政编码是 6 位数字'),
              inputMode: 'numeric',
              autoComplete: 'postal-code',
              maxLength: 6,
              half: true,
            }),
            email: field({
              input: 'text',
              label: '电子邮箱',
              schema: maybe(
                z.email('电子邮箱格式不正确，例如 name@example.com').max(100, '电子邮箱最多 100 个字'),
              ),
              optional: true,
              inputMode: 'email',
              autoComplete: 'email',
              maxLength: 100,
              half: true,
            }),
            contactName: field({
              input: 'text',
              label: '紧急联系人',
              schema: PersonName,
              maxLength: 60,
              half: true,
            }),
            contactPhone: field({
              input: 'text',
              label: '紧急联系人手机号',
              schema: Phone,
              inputMode: 'tel',
              maxLength: 20,
              half: true,
            }),
          },
        },
      ],
    },
    { key: 'preview', title: '信息预览', kind: 'preview', next: '保存信息' },
    { key: 'photo', title: '照片上传', kind: 'special' },
    { key: 'done', title: '填报完成', kind: 'special' },
  ],
});

/** What a reason for a rejection may be bound to: every field, and the photo. */
export const PROFILE_LABELS: Record<string, string> = { ...fieldLabels(profileForm), photo: '电子照片' };

/** A household outside the province of the seeded divisions. */
export const OTHER_PROVINCE = '000000';
