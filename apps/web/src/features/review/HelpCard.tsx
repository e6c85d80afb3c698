import { Dialog } from '#ui/Dialog';
import { KEY_HELP } from './keys.ts';

export function HelpCard({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} title="快捷键" onClose={onClose}>
      <dl className="key-help">
        {KEY_HELP.map(({ keys, text }) => (
          <div key={text} className="key-help__row">
            <dt>
              {keys.map((key) => (
                <kbd key={key} className="kbd">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="small muted">在输入框里打字时快捷键不起作用，按 Esc 离开输入框。</p>
    </Dialog>
  );
}
