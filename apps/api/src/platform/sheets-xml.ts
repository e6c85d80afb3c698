import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { SheetFault } from '#platform/sheets-tasks';

export interface Handlers {
  /** `name` without its prefix. */
  open(name: string, attributes: Record<string, string>): void;
  close?(name: string): void;
  /** May come in several pieces. */
  text?(text: string): void;
}

/**
 * Reads a part of a workbook from end to end. Well-formed UTF-8 or it is refused; so is a document type: entities that
 * grow, and files of this machine, come only by that.
 */
export async function readXml(
  source: AsyncIterable<Uint8Array>,
  { open, close = () => {}, text = () => {} }: Handlers,
): Promise<void> {
  const parser = new SaxesParser({ position: false });
  const unreadable = () => {
    throw new SheetFault('sheet.unreadable');
  };
  parser.on('error', unreadable);
  parser.on('doctype', unreadable);
  parser.on('opentag', (tag) => open(local(tag.name), (tag as SaxesTagPlain).attributes));
  parser.on('closetag', (tag) => close(local(tag.name)));
  parser.on('text', text);
  parser.on('cdata', text);
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decoded = (chunk?: Uint8Array) => {
    try {
      return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
    } catch {
      return unreadable();
    }
  };
  for await (const chunk of source) parser.write(decoded(chunk));
  parser.write(decoded()).close();
}

const local = (name: string) => name.slice(name.indexOf(':') + 1);
