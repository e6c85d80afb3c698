import type { DeskKind, DeskState } from '@zikao/contract/desk/lifecycle';
import { sealNumbers, undoCodeOf, undoIndex } from '#modules/desk';
import { deskActs, deskRequests } from '#tables/desk';
import type { TestApp } from '#test/app';
import { anOfficer, aPhone, type TestCandidate } from '#test/factories/identity';

interface Given {
  kind?: DeskKind;
  state?: DeskState;
  district: string;
  /** The officer who asked; somebody else of that district when left out. */
  by?: string;
}

/** A request of a district's desk about somebody's account, as it stands before it is looked at again. */
export async function aDeskRequest(
  product: TestApp,
  { id: target, idNumber, phone }: Pick<TestCandidate, 'id' | 'idNumber' | 'phone'>,
  { kind = 'phone', state = 'confirming', district, by }: Given,
): Promise<string> {
  const { db, keys } = product.services;
  const id = crypto.randomUUID();
  await db.insert(deskRequests).values({
    id,
    kind,
    state,
    target,
    district,
    by: by ?? (await anOfficer(product, { district })).id,
    byName: '考区工作人员甲',
    reason: '原手机号已停机',
    papers: ['idCard', 'inPerson', 'signedForm'],
    secondLook: 'colleague',
    contested: false,
    ...(state === 'waiting' && { effectiveAt: new Date('2027-03-06T02:00:00Z') }),
    ...sealNumbers(keys, { idNumber, oldPhone: phone, ...(kind === 'phone' && { newPhone: aPhone() }) }),
    undoIndex: undoIndex(keys, undoCodeOf(keys, id)),
  });
  return id;
}

/** Something a district's desk did for somebody. */
export async function aDeskAct(product: TestApp, candidate: string, district: string): Promise<string> {
  const { id: by, name: byName } = await anOfficer(product, { district });
  const papers = ['idCard', 'inPerson', 'pictureConsent'];
  const [row] = await product.services.db
    .insert(deskActs)
    .values({ what: 'photo', candidate, district, by, byName, papers })
    .returning({ id: deskActs.id });
  return row!.id;
}
