import { useEffect, useState } from 'react';
import { closePicture, openPicture, type Picture, PictureProblem } from './open-picture.ts';

type State = { picture?: Picture; problem?: string };

/** Opens a file while the cropper shows it, and gives its memory back afterwards. */
export function usePicture(file: File): State {
  const [state, setState] = useState<State & { file?: File }>({});

  useEffect(() => {
    let left = false;
    let opened: Picture | undefined;
    async function open() {
      try {
        opened = await openPicture(file);
        if (left) closePicture(opened);
        else setState({ file, picture: opened });
      } catch (error) {
        const known = error instanceof PictureProblem;
        if (!left) setState({ file, problem: known ? error.message : '这张图片打不开。请换一张。' });
      }
    }
    void open();
    return () => {
      left = true;
      if (opened) closePicture(opened);
    };
  }, [file]);

  return state.file === file ? state : {};
}
