import { useEffect, useRef, useState } from 'react';
import { type AuditedPerson, findAudited } from '@zikao/contract/audit';
import type { Answer } from '@zikao/contract/endpoint';
import { call } from '#api/client';
import { PersonSearch, usePersonSearch } from '#forms/PersonSearch';
import { Button } from '#ui/Button';
import { Card } from '#ui/Card';
import { PersonChoice } from './PersonChoice.tsx';

interface Props {
  /** The account in the address; empty: nobody is chosen. */
  person: string;
  /** Who that is, once it is known. */
  found: AuditedPerson | undefined;
  onChoose: (person: string) => void;
}

/** 按考生查找: whose data it was. Numbers and names are sent and forgotten, only the account comes into the address. */
export function PersonFinder({ person, found, onChoose }: Props) {
  const [answer, setAnswer] = useState<Answer<typeof findAudited>>();
  const box = useRef<HTMLDivElement>(null);
  const form = usePersonSearch(async (body) => {
    setAnswer(undefined);
    setAnswer(await call(findAudited, { body }));
  });
  // Whoever cannot see the screen hears what came of it.
  useEffect(() => box.current?.focus(), [answer]);
  return (
    <Card title="按考生查找" className="audit__person">
      {person ? (
        <div className="audit__chosen">
          {found ? <Named person={found} /> : <p>已限定一名考生</p>}
          <Button onClick={() => onChoose('')}>不限考生</Button>
        </div>
      ) : (
        <>
          <PersonSearch form={form} />
          {answer && (
            <div ref={box} tabIndex={-1} role="status" className="audit__found">
              <PersonChoice answer={answer} onChoose={onChoose} />
            </div>
          )}
        </>
      )}
    </Card>
  );
}

const Named = ({ person: { name, maskedIdNumber, numbers } }: { person: AuditedPerson }) => (
  <p>
    <b>{name}</b> <span className="num">{maskedIdNumber}</span>
    {numbers.length > 0 && <span className="num"> 准考证号 {numbers.join('、')}</span>}
  </p>
);
