import { Link } from 'react-router';
import { paths } from '#paths';

/** The guide's way to a proof that one is a candidate here. */
export function TicketLink() {
  return (
    <p>
      如需打印准考证用作证明，可点击<Link to={paths.seatNotice}>准考证打印</Link>。
    </p>
  );
}
