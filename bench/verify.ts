import { cpus } from 'node:os';
import { drawIdCard, drawPortrait, onDesk } from '@zikao/pictures';
import sharp from 'sharp';
import { startEngine, type Engine } from './engine.ts';

// One 提交验证 after the other, by one engine and by two. README.md tells how to read it.
const JOBS = 10;
const ID = '630103199903081220';

if (process.platform !== 'linux') throw new Error('只能在 Linux 上运行：处理器时间取自 /proc');

const photo = await drawPortrait({ seed: 1, sex: 'female', face: 'dina' });
const facts = {
  name: '马玉',
  sex: '女',
  nation: '藏',
  birthDate: '1999-03-08',
  idNumber: ID,
  face: 'dina',
} as const;
const cardPortrait = await drawIdCard({
  ...facts,
  side: 'portrait',
  address: '青海省西宁市城东区共和路12号院',
});
const cardEmblem = await drawIdCard({ side: 'emblem' });
const whole = {
  kind: 'photo',
  photo,
  cardPortrait,
  cardEmblem,
  declared: { name: '马玉', idNumber: ID },
  background: [255, 255, 255],
  today: '2026-11-25',
} as const;
const jobs = {
  照片和身份证两面: whole,
  '身份证在桌上、未裁剪': {
    ...whole,
    cardPortrait: await onDesk(cardPortrait),
    cardEmblem: await onDesk(cardEmblem),
  },
  身份证放倒: {
    ...whole,
    cardPortrait: await sharp(cardPortrait).rotate(90).toBuffer(),
    cardEmblem: await sharp(cardEmblem).rotate(90).toBuffer(),
  },
  只识读身份证: { kind: 'card', cardPortrait, cardEmblem } as const,
};

const rows = [];
for (const [name, job] of Object.entries(jobs)) rows.push(await alone(name, job));
const first = rows[0]!.处理器毫秒;
console.table(rows.map((row) => ({ ...row, 倍数: (row.处理器毫秒 / first).toFixed(2) })));

const one = await perMinute(1);
const two = await perMinute(2);
console.table([one, { ...two, 倍数: (two['件/分'] / one['件/分']).toFixed(2) }]);
console.log(
  `${cpus().length} 核；每件 ${first} 毫秒处理器时间，空闲时每核每分钟约 ${Math.floor(60_000 / first)} 件。`,
);

async function alone(name: string, job: Parameters<Engine['ask']>[0]) {
  const engine = await startEngine();
  try {
    for (let no = 0; no < 3; no++) await engine.ask(job); // the first loads what is loaded late
    const cpu = engine.cpuMs();
    const took: number[] = [];
    for (let no = 0; no < JOBS; no++) {
      const from = performance.now();
      await engine.ask(job);
      took.push(performance.now() - from);
    }
    took.sort((a, b) => a - b);
    return {
      任务: name,
      启动毫秒: Math.round(engine.startMs),
      p50毫秒: Math.round(took[JOBS >> 1]!),
      最慢毫秒: Math.round(took.at(-1)!),
      处理器毫秒: Math.round((engine.cpuMs() - cpu) / JOBS),
      内存峰值MB: Math.round(engine.peakMb()),
    };
  } finally {
    await engine.stop();
  }
}

async function perMinute(processes: number) {
  const engines = await Promise.all(Array.from({ length: processes }, startEngine));
  try {
    await Promise.all(engines.map((engine) => engine.ask(whole)));
    let left = JOBS * processes;
    const from = performance.now();
    const work = async (engine: Engine) => {
      while (left-- > 0) await engine.ask(whole);
    };
    await Promise.all(engines.map(work));
    const minutes = (performance.now() - from) / 60_000;
    return { 进程: processes, '件/分': Math.round((JOBS * processes) / minutes), 倍数: '1.00' };
  } finally {
    await Promise.all(engines.map((engine) => engine.stop()));
  }
}
