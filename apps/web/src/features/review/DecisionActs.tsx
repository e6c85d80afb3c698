import { Button } from '#ui/Button';
import type { Rejecting } from './use-rejection.ts';

interface Props {
  rejecting: Rejecting;
  busy: boolean;
  /** Why not yet: the case is not held. */
  held: boolean;
  /** 通过 is not possible, though 不通过 is. */
  blocked?: boolean;
}

/** The two decisions, or what a rejection ends with. */
export function DecisionActs({ rejecting, busy, held, blocked = false }: Props) {
  const { open, rejectButton, approve, reject, cancel } = rejecting;
  return (
    <div className="decision__acts">
      {open ? (
        <>
          <Button look="danger" wide busy={busy} aria-disabled={!held || undefined} onClick={reject}>
            确认不通过并下一个<kbd className="kbd">X</kbd>
          </Button>
          <Button wide onClick={cancel}>
            取消<kbd className="kbd">Esc</kbd>
          </Button>
        </>
      ) : (
        <>
          <Button
            look="primary"
            wide
            busy={busy}
            aria-disabled={!held || blocked || undefined}
            onClick={approve}
          >
            通过并下一个<kbd className="kbd">A</kbd>
          </Button>
          <Button
            ref={rejectButton}
            look="danger"
            wide
            aria-disabled={!held || busy || undefined}
            onClick={reject}
          >
            不通过<kbd className="kbd">X</kbd>
          </Button>
        </>
      )}
    </div>
  );
}
