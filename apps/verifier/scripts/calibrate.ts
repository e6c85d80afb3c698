import { compareFolder } from './people.ts';
import { ratesAt, tableOf } from './rates.ts';

// What the face comparison does with people of one's own: docs/verification.md, 校准.
const folder = process.argv[2];
if (!folder) {
  console.error(
    '用法：node apps/verifier/scripts/calibrate.ts <目录>  每人一个子目录，内有 照片*.jpg 和 身份证*.jpg',
  );
  process.exit(2);
}
const { same, different, without } = await compareFolder(folder);
if (same.length === 0) {
  console.error('没有可比对的照片：每个子目录里应有 照片*.jpg 和 身份证*.jpg，且各有一张脸。');
  process.exit(1);
}
const range = (values: number[]) =>
  values.length === 0 ? '无' : `${Math.min(...values).toFixed(2)} 至 ${Math.max(...values).toFixed(2)}`;
console.log(
  `本人 ${same.length} 对（距离 ${range(same)}），不同人 ${different.length} 对（距离 ${range(different)}）。`,
);
if (without.length > 0) console.log(`没有找到人脸，未计入：${without.join('、')}`);
console.log(tableOf(ratesAt({ same, different }, [0.4, 0.44, 0.46, 0.48, 0.5, 0.52, 0.54, 0.56, 0.6])));
