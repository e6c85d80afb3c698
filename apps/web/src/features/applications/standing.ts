import type { Kind } from '@zikao/contract/applications/kind';
import type { Application } from '@zikao/contract/applications/shapes';
import type { Tone } from '#ui/Tag';

interface Standing {
  tone: Tone;
  title: string;
  text: string;
  /** What to bring when the candidate has to come in person. */
  bring?: readonly string[];
}

/** What an application's state means to who filed it, in the words of every kind. */
export function standing(kind: Kind, application: Application): Standing {
  const { state, stateName, visit } = application;
  const office = officeOf(application);
  const coming = visit ? undefined : kind.onSite;
  switch (state) {
    case 'draft':
      return {
        tone: 'wait',
        title: '还没有提交',
        text: '填写的内容都保存着，可以继续填写，也可以换一台设备接着填。',
      };
    case 'pending':
      return {
        tone: 'ok',
        title: `已提交，等待${office}审核`,
        ...(coming?.at === 'district' ? come(coming.papers, office) : { text: kind.afterwards ?? WAIT.text }),
      };
    case 'province':
      return {
        tone: 'ok',
        title: '考区审核通过，等待省考办审核',
        ...(coming?.at === 'province' ? come(coming.papers, '省考办') : WAIT),
      };
    case 'approved':
      return {
        tone: 'ok',
        title: stateName,
        text: kind.collect ? `请前往${office}领取${kind.title}告知单。` : '已办理完毕，结果已记入您的档案。',
      };
    case 'rejected':
      return { tone: 'no', title: `${stateName}，请按下面的原因完善后重新提交`, text: '' };
    case 'withdrawn':
      return { tone: 'info', title: stateName, text: '这份申请已经撤回，需要时可以重新申请。' };
    case 'collected':
      return { tone: 'ok', title: stateName, text: '已办理完毕。' };
  }
}

const WAIT = { text: '审核结果会显示在这里，并发消息通知您。' };

const come = (bring: readonly string[], where: string) => ({
  text: `请本人携带以下材料前往${where}现场审核。审核结果会显示在这里，并发消息通知您。`,
  bring,
});

/** 西宁市考区, as the form named it. */
function officeOf({ submission }: Application): string {
  const rows = submission?.groups.flatMap((group) => group.rows) ?? [];
  const name = rows.find(({ key }) => key === 'district')?.text;
  return name ? `${name}考区` : '考区';
}
