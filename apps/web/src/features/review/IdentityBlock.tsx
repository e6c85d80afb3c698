import type { Case } from '@zikao/contract/review';
import { CardTable } from './CardTable.tsx';
import { Distance } from './Distance.tsx';
import { FacePair } from './FacePair.tsx';
import type { Seen } from './Pictures.tsx';
import './identity.css';

interface Props {
  shown: Pick<Case, 'card' | 'judgement' | 'groups'>;
  /** The day of submission, ISO. */
  on: string;
  seen: Seen;
}

/** 身份核对: the card's words beside the form's, the two faces beside each other, and what the comparison says. */
export function IdentityBlock({ shown, on, seen }: Props) {
  const { card, judgement, groups } = shown;
  const compared = judgement?.measures.find(({ id }) => id === 'faceDistance');
  const faces = judgement?.face ?? judgement?.cardFace;
  // Nothing of it in old judgements, in photos taken at the desk, and where the form is not about a card.
  if (!card && !compared && !faces) return null;
  return (
    <section className="identity" aria-labelledby="identity-title">
      <h2 className="identity__title" id="identity-title">
        身份核对
      </h2>
      <div className="identity__parts">
        {card && <CardTable groups={groups} card={card} measures={judgement?.measures ?? []} on={on} />}
        {faces && <FacePair judgement={judgement!} seen={seen} distance={compared} />}
        {compared && !faces && <Distance measure={compared} />}
      </div>
    </section>
  );
}
