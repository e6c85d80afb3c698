import { and, eq } from 'drizzle-orm';
import { maskIdNumber } from '@zikao/contract/codes/id-number';
import { maskPhone } from '@zikao/contract/codes/phone';
import { DESK_ACT_NAMES, paperLabels, ticksOf } from '@zikao/contract/desk/papers';
import { referenceOf } from '#modules/candidates';
import { paperCodeOf } from '#modules/identity';
import { findDistrict, findProvince, momentText } from '#modules/exams';
import { now } from '#platform/clock';
import type { Signed } from '#platform/context';
import { Problem } from '#platform/problem';
import { trace } from '#platform/trace';
import { openNumbers, type RequestRow } from './seal.ts';
import { deskActs, deskRequests } from './tables.ts';
import { findPerson } from './reach.ts';

type Act = typeof deskActs.$inferSelect;
interface Line {
  label: string;
  text: string;
}

/** A receipt of something the officer's district did: for the person to take home, with what comes next and whom to ask. */
export async function receipt(ctx: Signed, id: string): Promise<Buffer<ArrayBuffer>> {
  const [found] = await ctx.db
    .select({ act: deskActs, request: deskRequests })
    .from(deskActs)
    .leftJoin(deskRequests, eq(deskRequests.id, deskActs.request))
    .where(and(eq(deskActs.id, id), eq(deskActs.district, ctx.actor.district!)));
  if (!found) throw new Problem('notFound');
  const { act, request } = found;
  await trace(ctx, { subject: `desk-act:${id}`, candidate: act.candidate, why: '打印回执' });
  const province = await findProvince(ctx);
  const office = await findDistrict(ctx, act.district);
  const data = {
    title: '现场办理回执',
    from: province?.organisation ?? '',
    rows: [
      { label: '回执编号', text: referenceOf(act.id) },
      { label: '办理事项', text: DESK_ACT_NAMES[act.what] },
      ...(request ? aboutRequest(ctx, request) : await aboutPerson(ctx, act)),
      { label: '办理时间', text: momentText(act.at) },
      { label: '办理单位', text: `${office?.name ?? act.district}考区` },
      { label: '经办人', text: act.byName },
      { label: '已核对', text: paperLabels(ticksOf(act.what), act.papers).join('；') },
    ],
    blocks: [
      ...nextOf(act, request).map((text) => ({ kind: 'item', text })),
      {
        kind: 'item',
        text: `咨询：${[office?.address, office?.phone].filter(Boolean).join('，') || '办理单位'}`,
      },
      { kind: 'text', text: '考生签名：　　　　　　　　　　　　经办人签名：' },
    ],
  };
  const { pdf } = await ctx.printer.print({ template: 'letter', data, at: await now(ctx.db) });
  return Buffer.from(pdf);
}

/** Of a release nothing is said of the account that had the number. */
function aboutRequest(ctx: Signed, request: RequestRow): Line[] {
  const { idNumber, oldPhone, newPhone } = openNumbers(ctx.keys, request);
  return [
    { label: '身份证号', text: maskIdNumber(idNumber) },
    ...(newPhone ? [{ label: '手机号', text: `${maskPhone(oldPhone)} 换成 ${maskPhone(newPhone)}` }] : []),
    { label: '原因', text: request.reason },
  ];
}

async function aboutPerson(ctx: Signed, { candidate, what }: Act): Promise<Line[]> {
  const person = await findPerson(ctx, candidate);
  if (!person) return [];
  const { brief, standing } = person;
  const paper = what === 'registration' ? await paperCodeOf(ctx, candidate) : undefined;
  return [
    { label: '考生', text: standing.filed ? (standing.name ?? brief.name) : brief.name },
    { label: '身份证号', text: maskIdNumber(brief.idNumber) },
    { label: '手机号', text: maskPhone(brief.phone) },
    ...(paper
      ? [
          { label: '首次登录码', text: `${paper.code.slice(0, 5)}-${paper.code.slice(5)}` },
          { label: '有效期至', text: momentText(paper.until) },
        ]
      : []),
  ];
}

function nextOf(act: Act, request: RequestRow | null): string[] {
  if (act.what === 'registration')
    return [
      '请在手机能收到短信时，打开考生服务平台，选择“首次登录”，填写手机号、首次登录码和短信验证码，并设置密码。',
      '首次登录码只供本人使用，请勿拍照或告诉他人。遗失或过期的，请到考区换发。',
    ];
  if (!request) return ['采集的图片由系统检查，结果和审核进度请登录考生服务平台查看。'];
  const when = request.effectiveAt
    ? `${momentText(request.effectiveAt)} 起生效，之前可以撤销。`
    : '还要复核，同意后 24 小时生效，之前可以撤销。';
  return request.kind === 'phone'
    ? [when, '生效后用新手机号登录；忘记密码的，用新手机号重新设置。']
    : [when, '生效后请用本人身份证号和手机号在考生服务平台注册。'];
}
