import { Button } from '#ui/Button';
import type { Offer } from './fill-in.ts';

interface Props {
  offers: readonly Offer[];
  onTake: (offers: readonly Offer[]) => void;
}

/** What is filled in beside what was read, each to be accepted for itself. */
export function Offers({ offers, onTake }: Props) {
  return (
    <ul className="offers">
      {offers.map((offer) => (
        <li key={offer.field} className="offers__one">
          <b className="offers__label">{offer.label}</b>
          <dl className="offers__pair">
            <div>
              <dt>现在</dt>
              <dd>{offer.now || <span className="muted">未填写</span>}</dd>
            </div>
            <div>
              <dt>读到</dt>
              <dd>
                <b>{offer.read}</b>
              </dd>
            </div>
          </dl>
          {offer.note && <p className="offers__note">{offer.note}</p>}
          <Button size="small" onClick={() => onTake([offer])}>
            采用<span className="hidden-text">读到的{offer.label}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
