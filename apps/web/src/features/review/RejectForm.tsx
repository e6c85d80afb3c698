import { useEffect, useRef } from 'react';
import type { Case, Queue } from '@zikao/contract/review';
import { Button } from '#ui/Button';
import { Choice } from '#ui/Choice';
import { Field } from '#ui/Field';
import { TextArea } from '#ui/TextArea';
import { wordsOf } from './kinds.ts';
import { OwnReason } from './OwnReason.tsx';
import { byField, type Rejection, toggle } from './reasons.ts';

interface Props {
  queue: Queue;
  choices: Case['reasonChoices'];
  value: Rejection;
  fault: string;
  onChange: (value: Rejection) => void;
}

/** 不通过原因: ready sentences, the officer's own, and a remark. */
export function RejectForm({ queue, choices, value, fault, onChange }: Props) {
  const { labels } = wordsOf(queue);
  const heading = useRef<HTMLHeadingElement>(null);
  const { own } = value;

  useEffect(() => heading.current?.focus(), []);

  return (
    <section className="reject" aria-labelledby="reject-title">
      <h2 className="case__title" id="reject-title" ref={heading} tabIndex={-1}>
        不通过原因
      </h2>
      {fault && (
        <p className="reject__fault" role="alert">
          {fault}
        </p>
      )}
      <div>
        {byField(choices).map(({ field, items }) => (
          <fieldset key={items[0]!.code} className="reject__group">
            <legend className="reject__field">{labels[field] ?? '其他'}</legend>
            <ul className="reject__choices">
              {items.map(({ code, label, text, index }) => (
                <li key={code}>
                  <Choice
                    type="checkbox"
                    checked={value.ticked.includes(code)}
                    onChange={() => onChange(toggle(value, code))}
                    title={text}
                    label={
                      <>
                        {index < 9 && <kbd className="kbd">{index + 1}</kbd>}
                        {label}
                      </>
                    }
                  />
                </li>
              ))}
            </ul>
          </fieldset>
        ))}
      </div>
      {own.map((reason, index) => (
        <OwnReason
          key={index}
          no={index + 1}
          labels={labels}
          value={reason}
          onChange={(next) => onChange({ ...value, own: own.with(index, next) })}
          onRemove={() => onChange({ ...value, own: own.toSpliced(index, 1) })}
        />
      ))}
      <Button size="small" onClick={() => onChange({ ...value, own: [...own, { field: '', text: '' }] })}>
        写一条其他原因
      </Button>
      <Field label="补充说明" optional>
        <TextArea
          rows={2}
          maxLength={300}
          value={value.remark}
          onChange={(event) => onChange({ ...value, remark: event.target.value })}
        />
      </Field>
    </section>
  );
}
