import { lastStage, type Kind } from '@zikao/contract/applications/kind';

/** What the candidate reads after 提交审核. */
export function submittedMessage(kind: Kind): string {
  const who = lastStage(kind) === 'province' ? '考区初审、省考办复审' : '考区审核';
  const papers = kind.onSite?.papers.join('、');
  const where = kind.onSite?.at === 'province' ? '省考办' : '考区';
  const come = papers ? `请携带${papers}前往${where}现场审核。` : '';
  return `您的${kind.title}已提交，等待${who}。${come}审核结果会在这里通知您。`;
}
