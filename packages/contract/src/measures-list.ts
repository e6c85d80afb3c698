import { FACE_MEASURES } from './measures-face.ts';
import { IDENTITY_MEASURES } from './measures-identity.ts';

/**
 * One entry per measure, for the browser's guidance and for the server's verdict. `id` is the component's name of
 * ISO/IEC 29794-5 where it has one. `fail` and `warn` say what to do; `{background}` stands for the profile's colour.
 * A measure is left out unless its `after` passed: its cause has been named already. `digits`: decimals shown.
 */
export type Measure = {
  id: string;
  group: MeasureGroup;
  label: string;
  unit: string;
  digits: number;
  after?: string;
  fail: string;
  warn?: string;
  /** For a value that is 1, 0.5 or 0: what each of them means. */
  words?: Readonly<Record<number, string>>;
};

/** Headings for the candidate and the officer. `identity` needs the card, and is known to the server only. */
export const MEASURE_GROUPS = {
  face: '人脸与构图',
  light: '光线与清晰度',
  background: '背景与颜色',
  file: '尺寸与文件',
  identity: '身份信息比对',
} as const;
export type MeasureGroup = keyof typeof MEASURE_GROUPS;

const measures = [
  ...FACE_MEASURES,
  {
    id: 'width',
    group: 'file',
    label: '照片宽度',
    unit: '像素',
    digits: 0,
    fail: '照片宽度不够，放大后会模糊。请换用更清晰的原图，或离镜头近一些重新拍摄。',
  },
  {
    id: 'height',
    group: 'file',
    label: '照片高度',
    unit: '像素',
    digits: 0,
    after: 'width',
    fail: '照片高度不够，放大后会模糊。请换用更清晰的原图，或离镜头近一些重新拍摄。',
  },
  {
    id: 'aspectRatio',
    group: 'file',
    label: '宽高比偏差',
    unit: '%',
    digits: 1,
    fail: '照片宽高比例不符合要求。请用裁剪框重新裁剪，不要拉伸照片。',
  },
  {
    id: 'fileBytes',
    group: 'file',
    label: '文件大小',
    unit: 'KB',
    digits: 0,
    fail: '照片文件大小不符合要求。请上传原图，不要使用聊天软件转发后压缩的图片。',
    warn: '照片压缩较多，细节可能丢失。建议上传原图。',
  },
  {
    id: 'compression',
    group: 'file',
    label: '压缩痕迹',
    unit: '',
    digits: 2,
    fail: '照片压缩严重，出现了方块。请上传相机拍摄的原图。',
    warn: '照片有压缩痕迹。建议上传原图，不要使用聊天软件转发后的图片。',
  },
  {
    id: 'borders',
    group: 'file',
    label: '边框宽度',
    unit: '%',
    digits: 1,
    fail: '照片带有边框。请裁去四周的边框，不要使用加了相框的照片。',
  },
  {
    id: 'luminanceMean',
    group: 'light',
    label: '面部亮度',
    unit: '级',
    digits: 0,
    fail: '照片太暗。请到光线充足、均匀的地方，面向光源重新拍摄。',
    warn: '照片偏暗。建议到更亮的地方，面向光源拍摄。',
  },
  {
    id: 'underExposure',
    group: 'light',
    label: '面部过暗区域',
    unit: '%',
    digits: 1,
    after: 'luminanceMean',
    fail: '面部有大片阴影。请避免侧光和逆光，让光线从正前方均匀照到脸上。',
    warn: '面部有阴影。建议让光线从正前方均匀照到脸上。',
  },
  {
    id: 'overExposure',
    group: 'light',
    label: '面部过亮区域',
    unit: '%',
    digits: 1,
    fail: '面部过亮，看不清细节。请关闭闪光灯，避开直射的强光重新拍摄。',
    warn: '面部有反光或过亮的区域。建议避开直射的强光。',
  },
  {
    id: 'sharpness',
    group: 'light',
    label: '清晰度',
    unit: '分',
    digits: 0,
    fail: '照片模糊。请擦净镜头，对准面部对焦，拿稳后重新拍摄。',
    warn: '照片不够清晰。建议对准面部对焦，拿稳后拍摄。',
  },
  {
    id: 'colourfulness',
    group: 'background',
    label: '色彩',
    unit: '级',
    digits: 0,
    fail: '照片是黑白的。请上传彩色照片，不要使用黑白滤镜。',
  },
  {
    id: 'naturalColour',
    group: 'background',
    label: '肤色偏差',
    unit: '级',
    digits: 1,
    after: 'colourfulness',
    fail: '照片偏色。请在自然光或白光下拍摄，关闭滤镜和美颜。',
    warn: '照片略有偏色。建议在自然光或白光下拍摄，不使用滤镜。',
  },
  {
    id: 'backgroundUniformity',
    group: 'background',
    label: '背景均匀度',
    unit: '级',
    digits: 0,
    after: 'borders',
    fail: '背景不干净。请站在没有花纹、阴影和杂物的纯色墙或背景布前重新拍摄。',
    warn: '背景有轻微阴影或不均匀。建议离墙远一些，让光线均匀。',
  },
  {
    id: 'backgroundColour',
    group: 'background',
    label: '背景颜色偏差',
    unit: '级',
    digits: 0,
    after: 'luminanceMean',
    fail: '背景颜色不符合要求，应为{background}。请换用{background}背景重新拍摄。',
    warn: '背景颜色与{background}有差别。建议让光线均匀照亮背景。',
  },
  ...IDENTITY_MEASURES,
] as const satisfies Measure[];

export type MeasureId = (typeof measures)[number]['id'];

/** All measures, in the order they are shown. */
export const MEASURES: readonly (Measure & { id: MeasureId })[] = measures;
