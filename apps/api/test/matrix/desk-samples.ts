import { anIdNumber, aPhone } from '#test/factories/identity';
import type { Sample } from './samples.ts';
import type { Party } from './world.ts';

const none = () => ({});
const request = (of: Party) => ({ params: { id: of.request } });
const reason = '考生本人到场说明';
const ticks = ['idCard', 'inPerson', 'signedForm'];

/** Requests of 现场, for `SAMPLES`. */
export const DESK_SAMPLES: Record<string, (of: Party, device: string) => Sample> = {
  'desk.findPeople': (of) => ({ body: { typed: of.idNumber } }),
  'desk.getPerson': (of) => ({ params: { id: of.id } }),
  'desk.sendDeskCode': () => ({ body: { phone: aPhone(), solution: 'bm8=' } }),
  'desk.requestPhoneChange': (of) => ({
    params: { id: of.id },
    body: { phone: aPhone(), code: '000000', papers: ticks, reason },
  }),
  'desk.requestRelease': () => ({ body: { idNumber: anIdNumber(), papers: ticks, reason } }),
  'desk.registerAtDesk': () => ({
    body: {
      name: '新考生',
      idNumber: anIdNumber(),
      phone: aPhone(),
      papers: ['idCard', 'inPerson', 'ownPhone', 'privacy'],
    },
  }),
  'desk.renewPaperCode': (of) => ({
    params: { id: of.id },
    body: { papers: ['idCard', 'inPerson', 'ownPhone', 'privacy'] },
  }),
  'desk.takePicture': (of) => ({
    params: { id: of.id, kind: 'photo' },
    query: { papers: 'idCard,inPerson,pictureConsent' },
    body: new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]),
  }),
  'desk.getReceipt': (of) => ({ params: { id: of.act } }),
  'desk.listDeskRequests': none,
  'desk.confirmDeskRequest': request,
  'desk.refuseDeskRequest': (of) => ({ ...request(of), body: { reason } }),
  'desk.undoDeskRequest': (of) => ({ ...request(of), body: { reason } }),
  'desk.listOwnDeskRequests': none,
  'desk.undoOwnDeskRequest': request,
  'desk.readUndo': () => ({ body: { code: '0123456789' } }),
  'desk.undoByCode': () => ({ body: { code: '0123456789' } }),
};
