import { findProvince } from '#modules/exams';
import { printedPhoto } from '#modules/photos';
import type { Services } from '#platform/context';
import type { Printed } from '#platform/print';
import { codeAddress, writeCode } from './code.ts';
import type { TicketFacts } from './facts.ts';
import { qrOf } from './qr.ts';
import type { RulesPage } from './rules-page.ts';
import { lineText, SEXES } from './words.ts';

/** 准考证及考场座次通知单, two pages for each: a room's worth at a time, so that the memory stays flat. */
export async function printNotices(
  ctx: Services,
  all: readonly TicketFacts[],
  { rules, at }: { rules: RulesPage | undefined; at: Date },
): Promise<Printed> {
  const province = await findProvince(ctx);
  const pictures: Record<string, Buffer> = {};
  const notices: object[] = [];
  for (const facts of all) {
    const { enrolment, version, person, lines, session, district, admissionNumber } = facts;
    const photo = person.photo && (await printedPhoto(ctx, person.photo));
    if (photo) pictures[`${enrolment}.jpg`] = photo;
    notices.push({
      session: session.name,
      district,
      admissionNumber,
      name: person.name,
      sex: SEXES[person.sex] ?? '',
      idNumber: person.idNumber,
      photo: photo ? `${enrolment}.jpg` : null,
      lines: lines.map(lineText),
      code: qrOf(codeAddress(ctx, writeCode(ctx.keys, { enrolment, version }))),
    });
  }
  const { name = '', platform = '' } = province ?? {};
  return ctx.printer.print({
    template: 'notices',
    data: { exam: `${name}高等教育自学考试`, platform, rules: rules ?? null, notices },
    pictures,
    at,
  });
}
