import { z } from 'zod';

interface ProblemKind {
  status: number;
  title: string;
}

/** Every refusal the product knows: stable code, HTTP status, a sentence that says what to do. */
export const PROBLEMS = {
  'request.invalid': { status: 422, title: '有几处填写需要修改，请按提示更正。' },
  'request.malformed': { status: 400, title: '请求格式不正确。' },
  'request.tooLarge': { status: 413, title: '上传的内容太大，请压缩后再试。' },
  'request.crossSite': { status: 403, title: '请从本平台页面进行操作。' },
  'request.ifMatchMissing': { status: 428, title: '请先读取最新内容，再提交修改。' },
  'request.stale': { status: 412, title: '内容已在另一个窗口或设备上修改，请刷新后再改。' },
  'request.keyReused': { status: 422, title: '这个幂等键已用于另一项内容，请更换。' },
  'request.inFlight': { status: 409, title: '上一次提交正在处理，请稍候查看结果。' },
  notFound: { status: 404, title: '没有找到相应内容。' },
  conflict: { status: 409, title: '状态已经变化，请刷新后再操作。' },
  signedOut: { status: 401, title: '请先登录。' },
  forbidden: { status: 403, title: '您的账号不能进行这项操作。' },
  overloaded: { status: 503, title: '现在办理的人较多，请稍等片刻再试，已填内容不会丢失。' },
  unexpected: { status: 500, title: '系统出了点问题，请稍后再试。如反复出现，请把编号告诉考区。' },

  'signIn.wrong': { status: 401, title: '账号或密码不正确，请核对后再试。' },
  'signIn.locked': { status: 429, title: '连续多次输入有误，账号已暂时锁定，请稍后再试。' },
  'signIn.tooMany': { status: 429, title: '尝试次数较多，请稍后再试。' },
  'signIn.merged': { status: 403, title: '这个账号已经合档，请用现在的身份证号或手机号登录。' },
  'signIn.deactivated': { status: 403, title: '这个账号已经停用，请联系省考办。' },
  'signIn.temporaryOver': { status: 403, title: '临时密码已经过期，请联系省考办重置密码。' },
  'signIn.passwordNeeded': { status: 403, title: '请先用密码登录，再输入短信验证码。' },
  'signIn.totpWrong': { status: 401, title: '动态口令不正确，请输入最新的 6 位数字。' },
  'password.wrong': { status: 422, title: '当前密码不正确，请重新输入。' },
  'code.wrong': { status: 422, title: '短信验证码不正确或已过期，请核对或重新获取。' },
  'code.tooSoon': { status: 429, title: '验证码刚刚发送，请稍候再获取。' },
  'code.tooMany': { status: 429, title: '今天获取验证码的次数较多，请稍后再试。' },
  'code.notSent': { status: 503, title: '短信暂时发送不出去，请稍后再试。' },
  'challenge.wrong': { status: 422, title: '安全校验没有通过，请重新获取验证码。' },
  'registration.idTaken': {
    status: 409,
    title:
      '该身份证号已被占用。请核对是否已注册并尝试登录；若确认非本人注册，请携带有效身份证件前往考区处理。',
  },
  'registration.phoneTaken': {
    status: 409,
    title: '该手机号已注册过账号，一个手机号只允许注册一个账号。请直接登录，或换用本人其他手机号。',
  },

  'session.archived': { status: 409, title: '这个考次已经归档，不能再改。' },
  'session.notOver': {
    status: 409,
    title: '还在进行的考次不能归档：请在考完以后，并换成下一个考次以后再归档。',
  },
  'window.closed': { status: 403, title: '不在办理时间内，本次操作没有生效。' },

  'picture.wrongType': { status: 422, title: '请上传 JPG、PNG 或 WebP 格式的图片。' },
  'picture.unreadable': { status: 422, title: '图片无法打开，可能已损坏，请重新拍摄或选择。' },
  'picture.tooLarge': { status: 413, title: '图片太大，请选择 15 MB 以内的图片。' },
  'picture.tooManyPixels': { status: 422, title: '图片尺寸过大，请缩小后再上传。' },
  'picture.tooSmall': { status: 422, title: '图片尺寸太小，请重新拍摄清晰的大图。' },
  'picture.animated': { status: 422, title: '请上传静态图片，不能使用动图。' },

  'document.wrongType': { status: 422, title: '请上传 JPG、PNG、WebP 格式的图片，或 PDF 文件。' },
  'document.tooLarge': { status: 413, title: '文件太大，每个文件不能超过 10 MB。' },
  'document.unreadable': { status: 422, title: 'PDF 无法打开，可能已损坏或没有下载完整，请重新选择。' },
  'document.encrypted': {
    status: 422,
    title: 'PDF 设有密码或权限限制，无法查看。请用“打印为 PDF”另存一份，或截图后上传图片。',
  },
  'document.tooManyPages': { status: 422, title: 'PDF 超过 30 页，请只保留需要的页再上传。' },
  'document.tooComplex': {
    status: 422,
    title: 'PDF 内容过于复杂，无法显示。请用“打印为 PDF”另存一份，或拍照上传。',
  },
  'document.script': {
    status: 422,
    title: 'PDF 里带有脚本程序，不能接收。请用“打印为 PDF”另存一份，或截图后上传图片。',
  },
  'document.launch': {
    status: 422,
    title: 'PDF 里带有打开其他程序或文件的操作，不能接收。请用“打印为 PDF”另存一份再上传。',
  },
  'document.attachment': {
    status: 422,
    title: 'PDF 里夹带了其他文件，不能接收。请用“打印为 PDF”另存一份再上传。',
  },
  'document.media': {
    status: 422,
    title: 'PDF 里带有音频、视频或三维内容，不能接收。请用“打印为 PDF”另存一份再上传。',
  },
  'document.form': {
    status: 422,
    title: 'PDF 是会提交数据的电子表单，不能接收。请填好后用“打印为 PDF”另存一份再上传。',
  },
  'document.automatic': {
    status: 422,
    title: 'PDF 会自动执行操作，不能接收。请用“打印为 PDF”另存一份再上传。',
  },
  'document.tooMany': { status: 409, title: '您已存有 100 个文件，请先删除不再使用的，再上传。' },
  'document.tooOften': { status: 429, title: '上传次数较多，请稍后再试。' },
  'document.inUse': { status: 409, title: '这个文件正用于一份申请，不能删除。' },

  'sheet.wrongType': { status: 422, title: '请选择 CSV、XLSX 或 DBF 格式的表格文件。' },
  'sheet.legacy': {
    status: 422,
    title: '这是旧版 Excel（.xls）或加密的文件，请用 Excel 或 WPS 另存为不加密的 .xlsx，再选择。',
  },
  'sheet.tooLarge': { status: 413, title: '文件太大，请选择 64 MB 以内的文件，或分成几份导入。' },
  'sheet.empty': { status: 422, title: '表格里没有内容。第一行应是列名，从第二行起是数据。' },
  'sheet.unreadable': { status: 422, title: '文件无法打开，可能已损坏或没有传完整，请重新导出后再选择。' },
  'sheet.tooManyRows': { status: 422, title: '表格超过 50 万行，请分成几份导入。' },
  'sheet.tooManyColumns': { status: 422, title: '表格超过 100 列，请只保留需要的列。' },
  'sheet.tooMuch': { status: 422, title: '表格展开后内容过多，请分成几份，或另存为 CSV 再导入。' },
  'sheet.cells': { status: 422, title: '有几处单元格不能使用，请按提示在文件里改好，再重新选择。' },

  'import.tooManyRows': { status: 422, title: '一次最多导入 2 万行，请分成几份。' },
  'import.faults': { status: 422, title: '文件里有几处问题，请按提示改好再导入；现有内容没有改动。' },
  'import.stale': {
    status: 409,
    title: '预览之后内容已被修改，请重新预览，核对后再导入；现有内容没有改动。',
  },

  'row.exists': { status: 409, title: '已经有了，请直接打开修改。' },
  'row.refused': { status: 422, title: '没有保存，请按提示修改。' },
  'plan.notCopied': { status: 409, title: '新版本没有建立，请换一个版本号或执行日期。' },

  'profile.notReady': { status: 409, title: '基本信息还没有填写完整，请先完成前面的步骤。' },
  'profile.closed': { status: 409, title: '基本信息已审核通过，只能查看。如需变更，请办理变更申请。' },
  'profile.needed': { status: 409, title: '基本信息审核通过后才能报考，请先完成基本信息填报。' },
  'photo.consentNeeded': {
    status: 409,
    title: '请先阅读并勾选，单独同意处理身份证图片和照片；不同意的，可以选择到考区线下采集。',
  },
  'card.needed': { status: 409, title: '请先上传身份证人像面图片。' },
  'photo.needed': { status: 409, title: '请先上传照片，再提交验证。' },
  'photo.choiceNeeded': {
    status: 409,
    title: '照片验证已有三次不成功，请先选择“继续上传”或“到考区线下采集”。',
  },
  'photo.choiceNotOpen': { status: 409, title: '照片验证三次不成功后，才能选择到考区线下采集。' },
  'photo.unavailable': { status: 503, title: '暂时无法验证，本次不计次数，请稍后再试，或到考区线下采集。' },

  'admission.exhausted': { status: 409, title: '本考区本次的准考证号已用完，请联系省考办。' },

  'record.blocked': { status: 409, title: '您的考籍目前不能报考，也不能办理这项申请。' },

  'staff.self': {
    status: 409,
    title: '不能办理自己的账号，请由省考办的另一位工作人员办理。',
  },
  'staff.usernameTaken': { status: 409, title: '这个登录名已经有人使用，请换一个。' },

  'merge.impossible': { status: 409, title: '这两个准考证号不能在这里合档。' },
  'merge.undecided': { status: 409, title: '两个准考证号有冲突的报考或申请，请先逐项选择保留哪一份。' },
  'merge.tooLate': { status: 409, title: '合档已超过 7 天，不能撤销。确有错误的，请报省考办处理。' },
  'merge.builtOn': { status: 409, title: '合档以后又有新的办理，不能直接撤销。' },

  'session.exists': { status: 409, title: '这个考次已经有了，请直接打开修改。' },
  'session.slotInUse': { status: 409, title: '要删去的场次已安排开考课程，不能删去。' },
  'session.notReady': { status: 409, title: '这个考次还有必需的内容没有准备好，请先按检查结果补齐。' },

  'text.published': { status: 409, title: '这个版本已经发布，不能再修改。请起草新版本。' },
  'text.editionTaken': { status: 409, title: '这个版本号已经用过，请换一个。' },
  'text.notWithdrawable': { status: 409, title: '只有正在公开的公告可以撤回。其他文本请发布新版本。' },
  'venue.codeTaken': { status: 409, title: '这个考点代码已经有了，请换一个。' },
  'venue.used': { status: 409, title: '这个考点已用于考场编排，不能删除。以后不再使用的，请停用。' },

  'seating.running': { status: 409, title: '这个考次正在编排，请等它完成或先取消。' },
  'seating.published': { status: 409, title: '这个考次的座次已经公布。要换一次编排，请先撤回已公布的。' },
  'seating.outdated': { status: 409, title: '试排之后报考或考场有了变化，请重新试排再公布。' },
  'seating.againstRules': { status: 422, title: '这样调整违反编排规则，座位没有变动。' },
  'scores.faulty': {
    status: 409,
    title: '这一批有问题的行还没有处理，请改好文件重新上传，或说明这些行不采用。',
  },
  'scores.checkAgain': { status: 409, title: '检查之后成绩又有变化，请重新检查这一批，再采用。' },
  'scores.underRelease': { status: 409, title: '这个考次的成绩已提出公布。要改动，请先撤回公布。' },
  'scores.nothing': { status: 409, title: '没有已采用、还没有公布的成绩。请先导入并采用成绩。' },
  'scores.samePerson': { status: 409, title: '公布须由另一人确认，提出人不能确认自己提出的公布。' },
  'scores.changed': { status: 409, title: '提出公布之后成绩有变化，请撤回后重新提出。' },

  'enrolment.refused': { status: 422, title: '报考信息有几处需要调整，请按提示修改。' },
  'enrolment.none': { status: 404, title: '目前没有可以报考的考次。' },

  'ticket.notReady': { status: 409, title: '现在没有可以打印的考场座次通知单。' },
  'ticket.tooOften': { status: 429, title: '核对次数较多，请稍后再试。' },
  'print.nothing': { status: 409, title: '这里没有已公布的座次，没有可以打印的内容。' },
  'print.notReady': { status: 409, title: '文件还没有生成，或已到期删除，请重新生成。' },

  'application.refused': { status: 422, title: '申请有几处需要调整，请按提示修改。' },
  'application.open': { status: 409, title: '您已有一份同类申请正在办理，请先处理那一份。' },
  'application.closed': { status: 409, title: '这份申请现在不能修改，请刷新后查看。' },

  'export.busy': { status: 503, title: '正在导出的人较多，请过半分钟再试。' },

  'review.claimed': { status: 409, title: '这件正在由另一位工作人员审核。' },
  'desk.open': { status: 409, title: '这个账号已有一件正在办理，请等它生效或撤销后再办理。' },
  'desk.notTaken': { status: 409, title: '这个身份证号没有被占用，请考生直接注册。' },
  'desk.ownRequest': { status: 409, title: '不能复核自己办理的事项，请由另一名工作人员复核。' },
  'desk.tooMany': { status: 429, title: '今天办理的次数较多，请稍后再试，或联系省考办。' },
  'desk.decided': { status: 409, title: '这一项已由省考办复核，不能在网上撤销。如有异议，请联系省考办。' },
  'desk.undoCodeWrong': { status: 404, title: '没有找到这个撤销码，请按短信核对。' },

  'spotCheck.nothing': { status: 409, title: '这个范围里没有可以复查的决定，请换一段时间或放宽范围。' },
  'review.notClaimed': { status: 409, title: '审核时间已到，请重新领取后再作决定。' },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;

/** RFC 9457 body. `errors`: field path (dots) and sentence, on 422. `retryAfter`: seconds, on 429 and 503. */
export const ProblemBody = z
  .object({
    type: z.string().describe('稳定的问题代码，形如 urn:zikao:problem:signIn.wrong'),
    code: z.string(),
    status: z.number().int(),
    title: z.string(),
    detail: z.string().optional(),
    instance: z.string().optional().describe('请求编号，反馈问题时请提供'),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
    retryAfter: z.number().int().optional(),
  })
  .meta({ id: 'Problem' });
export type ProblemBody = z.output<typeof ProblemBody>;
