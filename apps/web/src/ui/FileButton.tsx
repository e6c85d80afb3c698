import { type ChangeEvent, type ComponentProps, useRef } from 'react';
import { Button } from './Button.tsx';

type Props = Omit<ComponentProps<typeof Button>, 'onClick'> & {
  /** As in `<input accept>`. */
  accept: string;
  /** Opens the camera of a phone: `user` the front one, `environment` the back one. */
  capture?: 'user' | 'environment';
  onFile: (file: File) => void;
};

/** A button that lets the reader choose one file; the same file may be chosen again. */
export function FileButton({ accept, capture, onFile, ...rest }: Props) {
  const input = useRef<HTMLInputElement>(null);
  function choose(event: ChangeEvent<HTMLInputElement>) {
    const [file] = event.target.files ?? [];
    event.target.value = '';
    if (file) onFile(file);
  }
  return (
    <>
      <Button {...rest} onClick={() => input.current?.click()} />
      <input ref={input} type="file" accept={accept} capture={capture} hidden onChange={choose} />
    </>
  );
}
