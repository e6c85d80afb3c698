import { readFileSync } from 'node:fs';
import { drawPortrait } from '@zikao/pictures';
import { openPrinter, type Printer } from '@zikao/api/print';
import { qrOf } from '@zikao/api/qr';
import sharp from 'sharp';
import { cpuOf } from './measure.ts';

/**
 * `node bench/pdf.ts [people]`: 考场座次通知单 as they are printed: one by one, then 10,000 in rooms of 30 by one and by two
 * workers, with the memory over time. Only on Linux.
 */
const PEOPLE = Number(process.argv[2] ?? 10_000);
const ROOM = 30;
const ALONE = 60;

const rules = readFileSync(new URL('../apps/api/seed/qinghai/texts/rules.txt', import.meta.url), 'utf8');
/** As they are kept: of the standard's size, 20 to 40 KB. */
const portraits = await Promise.all(
  Array.from({ length: ROOM }, async (_, no) =>
    sharp(await drawPortrait({ seed: `bench ${no}` }))
      .resize(480, 640)
      .jpeg({ quality: 90 })
      .toBuffer(),
  ),
);
const at = new Date('2027-04-10T00:00:00Z');
const round = (value: number) => Number(value.toFixed(1));
const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);

console.log(`照片平均 ${Math.round(sum(portraits.map(({ length }) => length)) / ROOM / 1024)} KB`);
console.table([await alone(), ...(await rooms(1)), ...(await rooms(2))]);

/** One after the other, as people come; the first starts the worker. */
async function alone() {
  const printer = openPrinter();
  const first = await timed(() => printer.print(paperOf([0])));
  const took: number[] = [];
  const cpuFrom = cpuOf(printer.pids()[0]!);
  for (let no = 1; no <= ALONE; no++) took.push(await timed(() => printer.print(paperOf([no]))));
  const cpu = cpuOf(printer.pids()[0]!) - cpuFrom;
  const { pdf } = await printer.print(paperOf([0]));
  const [, high] = peaksOf(printer);
  await printer.close();
  took.sort((a, b) => a - b);
  return {
    做什么: '一份一份',
    份: ALONE,
    首份毫秒: Math.round(first),
    p50毫秒: Math.round(took[ALONE / 2]!),
    处理器毫秒每份: round(cpu / ALONE),
    KB每份: Math.round(pdf.length / 1024),
    内存峰值MB: high,
  };
}

/** Everybody, room by room: a line for each tenth of the way, so that growing memory would show. */
async function rooms(workers: number) {
  const printer = openPrinter({ workers });
  await Promise.all(Array.from({ length: workers }, (_, no) => printer.print(paperOf([no]))));
  const count = Math.ceil(PEOPLE / ROOM);
  const marks: Record<string, string | number>[] = [];
  let next = 0;
  let bytes = 0;
  const from = performance.now();
  const cpuFrom = sum(printer.pids().map(cpuOf));
  const lane = async () => {
    while (next < count) {
      const room = next++;
      const people = Array.from({ length: ROOM }, (_, no) => room * ROOM + no).filter((no) => no < PEOPLE);
      const { pdf } = await printer.print(paperOf(people));
      bytes += pdf.length;
      if (room % Math.ceil(count / 4) === 0 || room === count - 1) {
        const [now, high] = peaksOf(printer);
        const done = room * ROOM + people.length;
        marks.push({
          做什么: `${workers} 个进程`,
          份: done,
          秒: seconds(from),
          内存MB: now,
          内存峰值MB: high,
        });
      }
    }
  };
  await Promise.all(Array.from({ length: workers }, lane));
  const cpu = sum(printer.pids().map(cpuOf)) - cpuFrom;
  const last = marks.at(-1)!;
  last.秒 = seconds(from);
  last.处理器毫秒每份 = round(cpu / PEOPLE);
  last.KB每份 = Math.round(bytes / 1024 / PEOPLE);
  await printer.close();
  return marks;
}

function paperOf(people: readonly number[]) {
  const names = ['卓玛·才让', '䶮㛃𬭎', '王芳', '尼玛次仁', '欧阳慕容'];
  const notices = people.map((no) => ({
    session: '2027 年 4 月',
    name: names[no % names.length]!,
    sex: no % 2 ? '男' : '女',
    district: '西宁市',
    idNumber: `63010219990101${String(no % 10_000).padStart(4, '0')}`,
    admissionNumber: `0101221${String(no).padStart(5, '0')}`,
    photo: `${no % ROOM}.jpg`,
    code: qrOf(`https://zikao.example.cn/check-ticket#${String(no).padStart(58, 'A')}`),
    lines: ['17', '17', '18', '18'].map((day, half) => ({
      date: `4 月 ${day} 日`,
      weekday: half < 2 ? '星期六' : '星期日',
      time: half % 2 ? '14:30—17:00' : '09:00—11:30',
      code: `0300${half}`,
      name: '毛泽东思想和中国特色社会主义理论体系概论',
      venue: '西宁市第二中学',
      address: '西宁市城中区南大街 1 号',
      room: String((no % 40) + 1).padStart(3, '0'),
      seat: String((no % ROOM) + 1).padStart(2, '0'),
    })),
  }));
  const blocks = rules
    .split('\n')
    .filter(Boolean)
    .map((line) => ({ kind: line.startsWith('# ') ? 'heading' : 'item', text: line.slice(2) }));
  return {
    template: 'notices',
    data: {
      exam: '青海省高等教育自学考试',
      platform: '青海省自学考试考生服务平台',
      rules: { title: '青海省高等教育自学考试考场规则', blocks },
      notices,
    },
    pictures: Object.fromEntries(people.map((no) => [`${no % ROOM}.jpg`, portraits[no % ROOM]!])),
    at,
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** Of the largest worker: what it holds now, and the most it ever held, in MB. */
function peaksOf(printer: Printer): [number, number] {
  const read = (pid: number, field: string) =>
    Number(new RegExp(`${field}:\\s+(\\d+)`).exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;
  const most = (field: string) => Math.round(Math.max(...printer.pids().map((pid) => read(pid, field))));
  return [most('VmRSS'), most('VmHWM')];
}

function seconds(from: number): number {
  return round((performance.now() - from) / 1000);
}
