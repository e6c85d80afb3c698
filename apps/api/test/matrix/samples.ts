import { USUAL_SPELLINGS } from '@zikao/contract/score-imports';
import { PROSPECTUS, SESSION } from '#test/factories/enrolments';
import { NOTICE } from '#test/factories/candidates';
import { aPhone, anIdNumber, PASSWORD } from '#test/factories/identity';
import { CATALOGUE_SAMPLES } from './samples-catalogue.ts';
import { DESK_SAMPLES } from './desk-samples.ts';
import { OVERSIGHT_SAMPLES } from './oversight-samples.ts';
import { STAFF_SAMPLES } from './staff-samples.ts';
import type { Party } from './world.ts';

export interface Sample {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
}

const solution = 'bm8=';
const code = '000000';
const picture = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16]);
const profile = (of: Party) => ({ params: { queue: 'profiles', id: of.id } });
const enrolment = (of: Party) => ({ params: { queue: 'enrolments', id: of.enrolment } });
const application = (of: Party) => ({ params: { id: of.application } });
const none = () => ({});
const NOBODY = '00000000-0000-4000-8000-000000000000';
const venueFile = new Uint8Array(
  Buffer.from('考区,考点代码,考点名称,考点地址,考场号\n测试一区,VX,考点,地址,01'),
);
const VENUE = { code: 'VNEW', name: '测试考点', address: '测试路 1 号', rooms: [] };
/** The id of nothing there is. */
const NOTHING = '00000000-0000-4000-8000-000000000000';
/** The batch of the world: sealed under its id, so a file can be found there. */
export const SCORE_BATCH = '00000000-0000-4000-8000-000000000001';

/**
 * A request for every endpoint of the contract, about a party's things; `device` is the caller's own session.
 * A new endpoint without a line here turns the suite red.
 */
export const SAMPLES: Record<string, (of: Party, device: string) => Sample> = {
  'identity.getChallenge': none,
  'identity.sendCode': () => ({ body: { purpose: 'signIn', phone: aPhone(), solution } }),
  'identity.sendOwnCode': () => ({ body: { purpose: 'phoneOld', solution } }),
  'identity.register': () => ({
    body: {
      name: '新考生',
      idNumber: anIdNumber(),
      phone: aPhone(),
      code,
      password: PASSWORD,
      consent: '1',
    },
  }),
  'identity.firstSignIn': () => ({
    body: { phone: aPhone(), paperCode: '0123456789', code, password: 'Qinghai-2027', consent: '1' },
  }),
  'identity.signIn': (of) => ({ body: { account: of.idNumber, password: 'Wrong-1234' } }),
  'identity.signInByCode': () => ({ body: { phone: aPhone(), code } }),
  'identity.staffSignIn': () => ({ body: { username: 'nobody', password: 'Wrong-1234' } }),
  'identity.sendSecondFactor': () => ({ body: { solution } }),
  'identity.confirmSecondFactor': () => ({ body: { code } }),
  'identity.beginTotp': none,
  'identity.getSession': none,
  'identity.extendSession': none,
  'identity.signOut': none,
  'identity.resetPassword': () => ({ body: { phone: aPhone(), code, password: 'Qinghai-2027' } }),
  'identity.getAccount': none,
  'identity.changePassword': () => ({ body: { current: 'Wrong-1234', password: 'Qinghai-2027' } }),
  'identity.changePhone': () => ({ body: { oldCode: code, phone: aPhone(), newCode: code } }),
  'identity.listDevices': none,
  'identity.revokeDevice': (_, device) => ({ params: { id: device } }),
  'identity.listAccess': none,
  'identity.downloadData': none,

  'documents.uploadDocument': () => ({ query: { name: '证明.pdf' }, body: picture }),
  'documents.listDocuments': none,
  'documents.getDocument': (of) => ({ params: { id: of.document } }),
  'documents.getDocumentPage': (of) => ({ params: { id: of.document, page: '1' } }),
  'documents.getDocumentThumbnail': (of) => ({ params: { id: of.document } }),
  'documents.getDocumentFile': (of) => ({ params: { id: of.document } }),
  'documents.deleteDocument': (of) => ({ params: { id: of.document } }),

  'candidates.getProfile': none,
  'candidates.agreeToNotice': () => ({ body: { version: NOTICE } }),
  'candidates.consentToPictures': () => ({ body: { version: 'privacy-T' } }),
  'candidates.saveProfileDraft': () => ({ body: { workUnit: '测试县第一中学' } }),
  'candidates.confirmProfile': none,
  'candidates.uploadPicture': () => ({ params: { kind: 'photo' }, body: picture }),
  'candidates.verifyPhoto': none,
  'candidates.choosePhotoWay': () => ({ body: { choice: 'continue' } }),
  'candidates.getPicture': (of) => ({ params: { id: of.picture } }),

  'photos.getPhotoProfile': none,
  'photos.readCard': none,
  'photos.getCardReading': none,
  'exams.getSite': none,
  'exams.getNotice': () => ({ params: { id: 'prospectus-T' } }),
  'exams.getText': () => ({ params: { kind: 'rules' } }),
  'exams.getCodeTables': () => ({ query: { names: 'sex,district' } }),
  'exams.listDistricts': none,
  'exams.listMajors': none,
  'exams.getPlan': () => ({ params: { code: 'TM1' } }),
  'exams.getTimetable': none,

  'sessions.listSessions': none,
  'sessions.getSession': () => ({ params: { session: SESSION } }),
  'sessions.createSession': () => ({ body: { year: 2031, month: 4 } }),
  'sessions.saveSession': () => ({
    params: { session: 'none' },
    body: { slots: [{ no: '1', date: '2027-04-17', part: 'am', start: '09:00', end: '11:30' }], windows: [] },
  }),
  'sessions.archiveSession': () => ({ params: { session: 'none' } }),
  'sessions.makeSessionCurrent': () => ({ params: { session: 'none' } }),

  'texts.listNotices': none,
  'texts.listTexts': () => ({ query: { kind: 'prospectus' } }),
  'texts.getTextVersion': () => ({ params: { text: 'rules-T' } }),
  'texts.draftText': () => ({ body: { kind: 'notice', title: '停水通知', body: '请自备饮水。' } }),
  'texts.saveText': () => ({ params: { text: 'none' }, body: { title: '标题', body: '正文' } }),
  'texts.discardText': () => ({ params: { text: 'none' } }),
  'texts.publishText': () => ({ params: { text: 'none' }, body: {} }),
  'texts.unscheduleText': () => ({ params: { text: 'none' } }),
  'texts.withdrawNotice': () => ({ params: { text: 'none' }, body: { reason: '日期有误' } }),

  ...CATALOGUE_SAMPLES,

  'enrolments.getEnrolment': none,
  'enrolments.beginEnrolment': none,
  'enrolments.agreeToProspectus': () => ({ body: { version: PROSPECTUS } }),
  'enrolments.getEnrolmentOptions': () => ({ query: { major: 'TM1', all: 'true' } }),
  'enrolments.saveEnrolmentDraft': () => ({ body: { major: 'TM1' } }),
  'enrolments.checkEnrolment': none,
  'enrolments.submitEnrolment': none,
  'enrolments.listEnrolments': none,

  'tickets.getTicket': none,
  'tickets.getTicketPage': (of) => ({ params: { id: of.enrolment, page: '1' } }),
  'tickets.getTicketFile': (of) => ({ params: { id: of.enrolment } }),
  'tickets.findTickets': (of) => ({ query: { number: of.idNumber } }),
  'tickets.checkTicket': () => ({ query: { code: 'AAEA' } }),
  'venues.listVenues': none,
  'venues.getVenue': (of) => ({ params: { venue: of.venue } }),
  'venues.createVenue': (of) => ({ body: { ...VENUE, district: of.district } }),
  'venues.saveVenue': (of) => ({ params: { venue: of.venue }, body: VENUE }),
  'venues.deleteVenue': (of) => ({ params: { venue: of.venue } }),
  'venues.venueTemplate': () => ({ query: { format: 'csv' } }),
  'venues.previewVenues': () => ({ query: { name: '考点.csv' }, body: venueFile }),
  'venues.importVenues': () => ({ query: { name: '考点.csv', basis: '0'.repeat(64) }, body: venueFile }),

  'seating.listSeatingRuns': none,
  'seating.startSeatingRun': () => ({ body: { session: 'none' } }),
  'seating.getSeatingRun': (of) => ({ params: { run: of.run } }),
  'seating.cancelSeatingRun': (of) => ({ params: { run: of.run } }),
  'seating.publishSeatingRun': (of) => ({ params: { run: of.run } }),
  'seating.withdrawSeatingRun': () => ({ params: { run: NOBODY }, body: { reason: '测试撤回' } }),
  'seating.addLateSeats': () => ({ params: { run: NOBODY } }),
  'seating.listSeatedRooms': (of) => ({ params: { run: of.run }, query: { venue: of.venue, slot: '1' } }),
  'seating.getSeatedRoom': (of) => ({ params: { run: of.run, room: of.room }, query: { slot: '1' } }),
  'seating.changeSeat': (of) => ({
    params: { run: of.run },
    body: { seat: of.id, to: { room: of.room, seat: 2 }, reason: '座位损坏' },
  }),
  'seating.listSeatingNeeds': () => ({ query: { session: SESSION } }),
  'seating.setSeatingNeed': () => ({
    body: { session: SESSION, admissionNumber: '000000000000', reason: '使用轮椅' },
  }),
  'seating.exportSeatingRun': (of) => ({ params: { run: of.run } }),

  'prints.listPrintVenues': none,
  'prints.getPrintVenue': (of) => ({ params: { id: of.venue } }),
  'prints.getRoomPaper': (of) => ({
    params: { id: of.venue, room: '01', slot: '1', paper: 'attendance' },
  }),
  'prints.startPrint': (of) => ({ params: { id: of.venue }, body: { paper: 'door' } }),
  'prints.listPrints': none,
  'prints.cancelPrint': (of) => ({ params: { id: of.print } }),
  'prints.getPrintFile': (of) => ({ params: { id: of.print } }),

  'scores.getScores': none,
  'scoreOffice.listScoreSessions': none,
  'scoreOffice.getScoreSession': () => ({ params: { session: SESSION } }),
  'scoreOffice.uploadScores': () => ({
    params: { session: SESSION },
    query: { name: '成绩.csv' },
    body: new TextEncoder().encode('准考证号,课程代码,成绩\n990127100001,T01,60'),
  }),
  'scoreOffice.getScoreBatch': () => ({ params: { batch: SCORE_BATCH } }),
  'scoreOffice.checkScoreBatch': () => ({
    params: { batch: SCORE_BATCH },
    body: { mapping: { number: 0, course: 1, value: 2, marks: USUAL_SPELLINGS } },
  }),
  'scoreOffice.listScoreFaults': () => ({ params: { batch: SCORE_BATCH } }),
  'scoreOffice.downloadScoreFaults': () => ({ params: { batch: SCORE_BATCH } }),
  'scoreOffice.listScoreChanges': () => ({ params: { batch: SCORE_BATCH } }),
  'scoreOffice.acceptScoreBatch': () => ({ params: { batch: NOTHING }, body: {} }),
  'scoreOffice.discardScoreBatch': () => ({ params: { batch: NOTHING }, body: { reason: '文件有误' } }),
  'scoreOffice.getScoreStatistics': () => ({ params: { session: SESSION } }),
  'scoreOffice.listMissingScores': () => ({ params: { session: SESSION } }),
  'scoreOffice.downloadMissingScores': () => ({ params: { session: SESSION } }),
  'scoreOffice.proposeRelease': () => ({ params: { session: SESSION }, body: {} }),
  'scoreOffice.confirmRelease': () => ({ params: { release: NOTHING } }),
  'scoreOffice.withdrawRelease': () => ({ params: { release: NOTHING }, body: { reason: '发现有误' } }),

  'sittings.listSittings': none,

  'progress.getProgress': () => ({ query: { major: 'TM1' } }),

  'records.getRecord': none,
  'records.listFrozenRecords': () => ({ query: { search: '卓玛' } }),
  'records.getRecordOf': (of) => ({ params: { id: of.id } }),
  'records.restoreRecord': (of) => ({ params: { id: of.id }, body: { reason: '转入地未接收' } }),

  'applications.listKinds': none,
  'applications.getKind': () => ({ params: { kind: 'change' } }),
  'applications.listApplications': none,
  'applications.beginApplication': () => ({ body: { kind: 'change' } }),
  'applications.getApplication': application,
  'applications.getApplicationOptions': application,
  'applications.agreeToRequirements': (of) => ({ ...application(of), body: { version: '1' } }),
  'applications.saveApplicationDraft': (of) => ({ ...application(of), body: { name: '卓玛·才让' } }),
  'applications.checkApplication': (of) => ({ ...application(of), body: {} }),
  'applications.submitApplication': application,
  'applications.withdrawApplication': application,
  'applications.getPaper': (of) => ({ params: { id: of.application, paper: 'receipt' } }),

  'review.getCounts': none,
  'review.listCases': () => ({ params: { queue: 'enrolments' }, query: { state: 'all' } }),
  'review.getCase': profile,
  'review.claimCase': (of) => ({ ...enrolment(of), body: {} }),
  'review.releaseCase': enrolment,
  'review.claimNext': () => ({ params: { queue: 'enrolments' } }),
  'review.decide': (of) => ({ ...enrolment(of), body: { decision: 'approve' } }),
  'review.recordVisit': (of) => ({ params: { queue: 'change', id: of.application } }),
  'review.uploadCaseDocument': (of) => ({
    params: { queue: 'change', id: of.application },
    query: { name: '申请表.jpg' },
    body: picture,
  }),
  'review.handOver': (of) => ({ params: { queue: 'change', id: of.application } }),
  'review.getOwnWork': none,
  'review.claimAhead': () => ({ params: { queue: 'enrolments' } }),
  'review.holdDecision': (of) => ({ ...enrolment(of), body: { decision: 'approve' } }),
  'review.undoDecision': (of) => ({ params: { held: of.id } }),
  'review.settleDecision': (of) => ({ params: { held: of.id } }),
  'review.dismissNotice': (of) => ({ params: { notice: of.id } }),
  'review.previewBulk': (of) => ({ params: { queue: 'enrolments' }, body: { ids: [of.enrolment] } }),
  'review.approveBulk': (of) => ({
    params: { queue: 'enrolments' },
    body: { cases: [{ id: of.enrolment, no: 7 }] },
  }),
  'review.getStatistics': () => ({ query: { from: '2027-01-01', to: '2027-12-31', district: 'T2' } }),
  'review.getReasons': () => ({ params: { queue: 'profiles' } }),
  'review.saveReasons': () => ({ params: { queue: 'profiles' }, body: { items: [] } }),
  'review.collectPhoto': (of) => ({ params: { id: of.id }, body: picture }),

  ...OVERSIGHT_SAMPLES,

  ...STAFF_SAMPLES,
  'merges.findNumbers': (of) => ({ query: { search: of.idNumber } }),
  'merges.compareNumbers': ({ numbers: [a, b] }) => ({ query: { a, b } }),
  'merges.mergeNumbers': ({ numbers: [surviving, absorbed] }) => ({
    body: { surviving, absorbed, account: surviving, kept: {}, reason: '核验身份证原件' },
  }),
  'merges.listMerges': none,
  'merges.getMerge': (of) => ({ params: { id: of.merge } }),
  'merges.undoMerge': (of) => ({ params: { id: of.merge }, body: { reason: '办错了人' } }),
  'exports.exportList': () => ({
    params: { list: 'enrolments' },
    query: { format: 'csv', session: SESSION },
  }),
  ...DESK_SAMPLES,

  'messageTexts.listMessageTexts': none,
  'messageTexts.saveMessageText': () => ({
    params: { event: 'none' },
    body: { title: '报考成功', body: '您的报考信息已通过审核。' },
  }),
  'messageTexts.restoreMessageText': () => ({ params: { event: 'none' } }),
  'deliveries.listDeliveries': none,
  'deliveries.retryDelivery': () => ({ params: { delivery: '999999999' } }),
  'announcements.listAnnouncements': none,
  'announcements.createAnnouncement': () => ({ body: { title: '审核安排', body: '请于本周内审核完毕。' } }),
  'announcements.confirmAnnouncement': () => ({ params: { announcement: crypto.randomUUID() } }),
  'announcements.withdrawAnnouncement': () => ({ params: { announcement: crypto.randomUUID() } }),
  'messages.getMessageSettings': none,
  'messages.saveMessageSettings': () => ({ body: { sms: true } }),
  'messages.listMessages': none,
  'messages.readMessages': none,

  'audit.listAudit': none,
  'audit.findAudited': () => ({ body: { typed: '630102199905140012' } }),
  'audit.listAuditOfficers': none,
  'audit.exportAudit': none,
  'audit.verifyAudit': none,
};
