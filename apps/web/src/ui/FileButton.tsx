import { type ChangeEvent, type ComponentProps, useRef } from 'react';
import { Button } from './Button.tsx';

type Props = Omit<ComponentProps<typeof Button>, 'onClick'> & {
  /** Given: several may be chosen at once. */
  onFiles?: (files: File[]) => void;
  /** As in `<input accept>`. */
  accept: string;
  /** Opens the camera of a phone: `user` the front one, `environment` the back one. */
  capture?: 'user' | 'environment';
  onFile?: (file: File) => void;
};

/** A button that lets the reader choose a file, or several; the same may be chosen again. */
export function FileButton({ accept, capture, onFile, onFiles, ...rest }: Props) {
  const input = useRef<HTMLInputElement>(null);
  function choose(event: ChangeEvent<HTMLInputElement>) {
    const files = [...(event.target.files ?? [])];
    event.target.value = '';
    if (files.length > 0) onFiles?.(files);
    if (files[0]) onFile?.(files[0]);
  }
  return (
    <>
      <Button {...rest} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        accept={accept}
        capture={capture}
        multiple={onFiles !== undefined}
        hidden
        onChange={choose}
      />
    </>
  );
}
