import { currentText } from '#modules/exams';
import type { Ctx } from '#platform/context';

export interface Block {
  kind: 'heading' | 'item' | 'text';
  text: string;
}
export interface RulesPage {
  /** Of the text in force. */
  id: string;
  title: string;
  blocks: Block[];
}

/** The second page: the province's 考场规则 in force. Without one the paper has its first page alone. */
export async function rulesPage(ctx: Pick<Ctx, 'db'>): Promise<RulesPage | undefined> {
  const text = await currentText(ctx, 'rules');
  return text && { id: text.id, title: text.title, blocks: blocksOf(text.body) };
}

/** A text's lines as paper and screen understand them: headings, items, paragraphs. */
const blocksOf = (body: string): Block[] =>
  body
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      if (line.startsWith('# ')) return { kind: 'heading', text: line.slice(2) };
      return line.startsWith('- ') ? { kind: 'item', text: line.slice(2) } : { kind: 'text', text: line };
    });
