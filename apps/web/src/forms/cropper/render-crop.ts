import type { Region, Size } from './geometry.ts';

/**
 * Draws a region of a picture, turned upright, onto a canvas of `output` pixels. The preview on the screen is this
 * very canvas, and the saved file is made from it: they cannot differ. What lies beyond the picture is white.
 */
export function renderCrop(
  picture: CanvasImageSource,
  region: Region,
  output: Size,
  canvas: HTMLCanvasElement = document.createElement('canvas'),
): HTMLCanvasElement {
  if (canvas.width !== output.width) canvas.width = output.width;
  if (canvas.height !== output.height) canvas.height = output.height;
  const pen = canvas.getContext('2d')!;
  pen.resetTransform();
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, output.width, output.height);
  pen.imageSmoothingQuality = 'high';
  pen.translate(output.width / 2, output.height / 2);
  pen.scale(output.width / region.width, output.height / region.height);
  pen.rotate((region.rotation * Math.PI) / 180);
  pen.translate(-region.centre.x, -region.centre.y);
  pen.drawImage(picture, 0, 0);
  return canvas;
}

export function toJpeg(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no blob'))), 'image/jpeg', 0.92);
  });
}
