import type { ComponentProps, ReactNode } from 'react';
import './card.css';

type Props = Omit<ComponentProps<'section'>, 'title'> & {
  title?: ReactNode;
  /** Right of the title: a tag, a link. */
  side?: ReactNode;
  /** A gold edge: this card needs the reader. */
  needsYou?: boolean;
  flush?: boolean;
};

export function Card({ title, side, needsYou, flush, className, children, ...rest }: Props) {
  const names = ['card', needsYou && 'card--needs-you', flush && 'card--flush', className];
  return (
    <section {...rest} className={names.filter(Boolean).join(' ')}>
      {(title || side) && (
        <div className="card__head">
          {title && <h2 className="card__title">{title}</h2>}
          {side}
        </div>
      )}
      {children}
    </section>
  );
}
