import {
  compressed,
  disguised,
  drawPaper,
  hugePicture,
  laughing,
  pdfStream,
  revised,
  scripted,
  swollen,
} from '@zikao/pictures';
import type { ProblemCode } from '@zikao/contract/problems';
import { withDocument, writeAnew } from '#platform/pdf-engine';

const SCRIPT = '<</S/JavaScript/JS(app.alert\\(1\\))>>';
const CHILD = pdfStream('MZ', '/Type/EmbeddedFile');
const WRONG_LOCK = `/Encrypt<</Filter/Standard/V 1/R 2/O<${'00'.repeat(32)}>/U<${'00'.repeat(32)}>/P -4>>/ID[<00><00>]`;

const atOpening = (action: string) => drawPaper({ catalog: '/OpenAction 6 0 R', extra: [action] });
const inside = (catalog: string, ...extra: (string | Buffer)[]) => drawPaper({ catalog, extra });
const onPage = (annotation: string, ...extra: (string | Buffer)[]) =>
  drawPaper({ page: `/Annots[<</Type/Annot/Rect[0 0 99 99]${annotation}>>]`, extra });
const changed = (from: string, to: string) =>
  Buffer.from(drawPaper().toString('latin1').replace(from, to), 'latin1');

/** Opens without a password, but may not be printed: a lock all the same. */
const locked = () =>
  withDocument(
    drawPaper(),
    (engine, document) => {
      engine.EPDF_SetEncryption(document, '', 'owner', 0);
      return writeAnew(engine, document);
    },
    (error) => {
      throw new Error(`PDFium says ${error}`);
    },
  );

export type Hostile = readonly [name: string, build: () => Buffer | Promise<Buffer>];

/** Files that must not come in, by what they are refused for. */
export const HOSTILE_PAPERS = {
  'document.script': [
    ['runs at opening', scripted],
    ['runs at opening, its names in hexadecimal', disguised],
    ['is in a compressed object that a compressed table tells of', compressed],
    ['came with a later revision', () => revised()],
    ['is among the names', () => inside('/Names<</JavaScript<</Names[(a) 6 0 R]>>>>', SCRIPT)],
    ['is the next step after a harmless one', () => atOpening(`<</S/GoTo/D[5 0 R/Fit]/Next ${SCRIPT}>>`)],
    ['is behind a button', () => onPage('/Subtype/Widget/A<</S/JavaScript/JS 6 0 R>>', pdfStream('x'))],
    ['formats a field', () => onPage(`/Subtype/Widget/FT/Tx/AA<</F ${SCRIPT}>>`)],
  ],
  'document.launch': [
    ['starts a program', () => atOpening('<</S/Launch/F(calc.exe)>>')],
    ['is named elsewhere', () => inside('/OpenAction<</S 6 0 R/F(calc.exe)>>', '/Launch')],
    ['opens a file of another machine', () => onPage('/Subtype/Link/A<</S/GoToR/F(//host/a.pdf)/D[0/Fit]>>')],
    ['opens a file within', () => onPage('/Subtype/Link/A<</S/GoToE/D[0/Fit]/T<</R/C/N(a)>>>>')],
  ],
  'document.automatic': [
    ['visits an address at opening', () => atOpening('<</S/URI/URI(http://example.test)>>')],
    ['goes on after opening', () => atOpening('<</S/GoTo/D[5 0 R/Fit]/Next<</S/Named/N/Print>>>>')],
    ['acts when a page is shown', () => drawPaper({ page: '/AA<</O<</S/Named/N/Print>>>>' })],
    ['acts when it is closed', () => inside('/AA 6 0 R', '<</WC<</S/Named/N/Print>>>>')],
  ],
  'document.form': [
    ['sends what is filled in', () => onPage('/Subtype/Widget/A<</S/SubmitForm/F(http://example.test)>>')],
    ['takes data in', () => onPage('/Subtype/Widget/A<</S/ImportData/F(a.fdf)>>')],
    ['is a dynamic form', () => inside('/AcroForm<</Fields[]/XFA 6 0 R>>', pdfStream('<xdp/>'))],
  ],
  'document.attachment': [
    [
      'is among the names',
      () => inside('/Names<</EmbeddedFiles<</Names[(a)<</F(a.exe)/EF<</F 6 0 R>>>>]>>>>', CHILD),
    ],
    ['is behind a pin', () => onPage('/Subtype/FileAttachment/FS<</F(a)/EF<</F 6 0 R>>>>', CHILD)],
    ['goes with it', () => inside('/AF[<</F(a.xml)/EF<</F 6 0 R>>>>]', CHILD)],
  ],
  'document.media': [
    ['shows a film', () => onPage('/Subtype/RichMedia/RichMediaContent<<>>')],
    ['plays a sound', () => onPage('/Subtype/Sound/Sound 6 0 R', pdfStream('x', '/Type/Sound'))],
    ['holds a body', () => onPage('/Subtype/3D/3DD 6 0 R', pdfStream('x', '/Type/3D'))],
  ],
  'document.encrypted': [
    ['asks for a password', () => drawPaper({ trailer: WRONG_LOCK })],
    ['may not be printed', locked],
  ],
  'document.tooManyPages': [['has 31 pages', () => drawPaper({ pages: 31 })]],
  'document.unreadable': [
    ['has pages that go in a circle', () => changed('/Kids[5 0 R]', '/Kids[2 0 R]')],
    ['has no pages', () => drawPaper({ pages: 0 })],
    ['is garbage', () => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5_000, 'x')])],
    ['ends after its beginning', () => drawPaper().subarray(0, 60)],
  ],
  'document.tooComplex': [
    ['is half a gigabyte of drawing in a megabyte', swollen],
    ['draws drawings of drawings of drawings', () => laughing()],
    ['shows a picture of 3.6 milliards of dots', () => hugePicture()],
  ],
} as const satisfies Partial<Record<ProblemCode, readonly Hostile[]>>;

export type HostileCode = keyof typeof HOSTILE_PAPERS;

/** What the reader is told for each, in part. */
export const SENTENCES: Record<HostileCode, string> = {
  'document.script': '脚本程序',
  'document.launch': '打开其他程序或文件',
  'document.automatic': '自动执行操作',
  'document.form': '电子表单',
  'document.attachment': '夹带了其他文件',
  'document.media': '音频、视频',
  'document.encrypted': '设有密码或权限限制',
  'document.tooManyPages': '超过 30 页',
  'document.unreadable': '可能已损坏或没有下载完整',
  'document.tooComplex': '过于复杂',
};
