import { useState } from 'react';
import type { InputProps } from '#forms/inputs';
import { PictureInput } from '#forms/PictureInput';
import { FillIn } from './FillIn.tsx';
import { pictureUrl, useSendPicture } from './use-profile.ts';

/** A side of the ID card; below the portrait side what was read on it is offered. */
export function CardPicture(props: InputProps<'picture'>) {
  const { field, value, answers, tables, fill } = props;
  const [sent, setSent] = useState<unknown>();
  return (
    <>
      <PictureInput
        {...props}
        url={pictureUrl}
        send={useSendPicture()}
        onChange={(picture) => {
          setSent(picture);
          props.onChange(picture);
        }}
      />
      {field.picture === 'cardPortrait' && typeof value === 'string' && value && (
        <FillIn
          key={value}
          picture={value}
          isNew={sent === value}
          answers={answers}
          tables={tables}
          fill={fill}
        />
      )}
    </>
  );
}
