import { useParams } from 'react-router';
import { Card } from '#ui/Card';
import { NotFoundPage } from '#ui/NotFoundPage';
import { PageTitle } from '#ui/PageTitle';
import { KINDS } from './kinds.ts';
import { Opening } from './Opening.tsx';
import './closed.css';

/** 申请: when each kind opens, and what it asks for. */
export function ApplicationPage() {
  const kind = KINDS[useParams()['kind'] ?? ''];
  if (!kind) return <NotFoundPage />;
  return (
    <div className="wrap">
      <PageTitle title={kind.title} />
      <div className="stack">
        <Opening of={kind.of} name={kind.title} />
        <Card title="办理要求">
          <ul className="needs">
            {kind.needs.map((need) => (
              <li key={need}>{need}</li>
            ))}
          </ul>
        </Card>
      </div>
    </div>
  );
}
