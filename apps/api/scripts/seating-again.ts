import { readFileSync } from 'node:fs';
import { type ExportedRun, planAgain } from '#modules/seating';

/**
 * `node scripts/seating-again.ts <file> [list]`: plans what was downloaded of a published run again, needs nothing else.
 * Exit code 0: the same seats. 1: not the same, another seed, or a broken rule. 2: no such file.
 */
const [path, what] = process.argv.slice(2);
if (!path) {
  console.error('用法：node scripts/seating-again.ts <下载的 JSON 文件> [list]');
  process.exit(2);
}
const file = read(path);
const { seedIsTheOne, faults, others, places } = planAgain(file);
const { input } = file;
if (what === 'list')
  for (const [at, { candidate, slot, course }] of input.sittings.entries()) {
    const place = places[at];
    const venue = place && input.venues[place.venue];
    if (venue)
      console.log([candidate, slot, course, venue.code, venue.rooms[place.room]!.no, place.seat].join('\t'));
  }
console.error(`种子与事先公示的散列${seedIsTheOne ? '一致' : '不一致'}：${file.seedHash}`);
console.error(`公布的座位${faults === 0 ? '符合全部规则' : `有 ${faults} 处不符合规则`}。`);
console.error(
  others === undefined
    ? '按文件中的输入排不下全部考生。'
    : `重算 ${input.sittings.length} 人次，${others === 0 ? '与公布的座位完全相同' : `${others} 人次不同`}。`,
);
process.exit(seedIsTheOne && faults === 0 && others === 0 ? 0 : 1);

function read(from: string): ExportedRun {
  try {
    return JSON.parse(readFileSync(from, 'utf8')) as ExportedRun;
  } catch {
    console.error(`读不出文件 ${from}：应为“考场编排”页面下载的 JSON。`);
    process.exit(2);
  }
}
