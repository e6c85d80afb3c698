import type { MergeComparison } from '@zikao/contract/merges';

export interface Choice {
  key: string;
  label: string;
  hint?: string;
  options: { value: string; label: string; note: string }[];
}

/** What the officer has to decide: the number, the account where there are two, and every conflict. */
export function choicesOf({ sides, conflicts }: MergeComparison): Choice[] {
  const [left, right] = sides;
  // Numbers of one account name each other.
  const two = left.account && right.account && !left.account.others.includes(right.number);
  return [
    {
      key: 'surviving',
      label: '保留哪个准考证号',
      hint: '另一个号并入其中，以后用它仍能找到本人',
      options: sides.map(({ number, imported, district }) => ({
        value: number,
        label: number,
        note: `${imported ? '历史考籍' : '平台核发'}，${district}`,
      })),
    },
    ...(two
      ? [
          {
            key: 'account',
            label: '保留哪个登录账号',
            hint: '应为现在的身份证号；另一个账号停用，名下的报考、申请和文件移过来',
            options: sides.map(({ number, account }) => ({
              value: number,
              label: `${account!.name}，${account!.maskedIdNumber}`,
              note: `准考证号 ${number}`,
            })),
          },
        ]
      : []),
    ...conflicts.map(({ key, title, rivals }) => ({
      key,
      label: `两边都有“${title}”，保留哪一份`,
      hint: '另一份留在记录里，不再办理；撤销合档时恢复',
      options: rivals.map(({ number, state, text }) => ({
        value: number,
        label: `${state}：${text}`,
        note: `准考证号 ${number}`,
      })),
    })),
  ];
}

/** What is still to be said, by the key of its field. */
export function missingIn(
  choices: readonly Choice[],
  chosen: Readonly<Record<string, string>>,
  reason: string,
): Record<string, string> {
  const open = choices.filter(({ key }) => !chosen[key]).map(({ key, label }) => [key, `请选择${label}`]);
  const short = [...reason.trim()].length < 4;
  return Object.fromEntries([
    ...open,
    ...(short ? [['reason', '请写明核验了哪些证件、为什么合档，至少 4 个字']] : []),
  ]) as Record<string, string>;
}
