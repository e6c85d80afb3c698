import { ButtonLink } from '#ui/Button';
import { Card } from '#ui/Card';
import { formatLeft, formatMoment } from '#ui/dates';
import { Tag } from '#ui/Tag';
import type { NextAction } from './next-action.ts';

/** The first thing on the home page: what to do now and until when, or what one is waiting for. */
export function NextCard({ action, now }: { action: NextAction; now: number }) {
  const { needsYou, title, text, until, to, button } = action;
  return (
    <Card needsYou={needsYou} className="next">
      <Tag tone={needsYou ? 'wait' : 'info'}>{needsYou ? '现在要做的事' : '现在不用做什么'}</Tag>
      <h2 className="next__title">{title}</h2>
      <p className="muted">
        {text}
        {until && (
          <>
            截止 <b className="num next__until">{formatMoment(until)}</b>，还有{' '}
            <span className="num">{formatLeft(Date.parse(until) - now)}</span>。
          </>
        )}
      </p>
      {to && (
        <ButtonLink look={needsYou ? 'primary' : 'ghost'} to={to}>
          {button}
        </ButtonLink>
      )}
    </Card>
  );
}
