import { type Mapping, USUAL_SPELLINGS } from '@zikao/contract/score-imports';

type Part = 'number' | 'name' | 'course' | 'value' | 'mark' | 'passed';

/** How exam offices name columns: Chinese headings, and the short pinyin names of DBF files. The surest first. */
const NAMES: Record<Part, RegExp[]> = {
  number: [/^准考证号?码?$/, /^(zkzh|zkz|ksh|zkh)$/i, /准考证/, /^考(生)?号$/],
  name: [/^(考生)?姓名$/, /^xm$/i],
  course: [/^课程(代)?(码|号)$/, /^(kcdm|kch|kcbh|kmdm|kmh)$/i, /课程代码/, /^科目(代)?码$/],
  value: [/^(最终|总)?(成绩|分数)$/, /^(cj|zcj|zf|fs|kscj)$/i, /成绩|总分/],
  mark: [
    /^(缺考|违纪|违规|考试)?(标记|标志|状态)$/,
    /^(qk|qkbz|wjbz|bz|bj|kszt|zt)$/i,
    /缺考|违纪|违规|标志|标记/,
  ],
  passed: [/^是否(合格|及格)$/, /^(hg|hgbz|sfhg|jg)$/i, /合格标/],
};

/** Guesses from the names of the columns; `value` and `number` fall back on the first column nobody else takes. */
export function guessMapping(columns: readonly string[]): Mapping {
  const taken = new Set<number>();
  const find = (part: Part): number | undefined => {
    for (const pattern of NAMES[part]) {
      const at = columns.findIndex((name, i) => !taken.has(i) && pattern.test(name.trim()));
      if (at < 0) continue;
      taken.add(at);
      return at;
    }
    return undefined;
  };
  const [number, name, course] = [find('number'), find('name'), find('course')];
  const [passed, mark, value] = [find('passed'), find('mark'), find('value')];
  const free = () => {
    const at = columns.findIndex((_, i) => !taken.has(i));
    taken.add(at);
    return Math.max(at, 0);
  };
  return {
    number: number ?? free(),
    ...(name !== undefined && { name }),
    ...(course !== undefined && { course }),
    value: value ?? free(),
    ...(mark !== undefined && { mark }),
    ...(passed !== undefined && { passed }),
    marks: USUAL_SPELLINGS,
  };
}

/** Files of the same making have the same columns: what is remembered of one goes for the next. */
export const makeOf = ({ format, columns }: { format: string; columns: readonly string[] }): string =>
  JSON.stringify([format, ...columns.map((name) => name.trim().toUpperCase())]);
