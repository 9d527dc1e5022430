import { maxPictureDots } from '../../../shared/printing/picture.ts';

/** A logo is no higher than this: it stands on every receipt. In dots, 30 mm. */
const maxLogoRows = 240;

export interface Size {
  readonly width: number;
  readonly rows: number;
}

/** As large as a picture is printed, dot for dot where it fits: smaller ones would only become coarse. */
export function logoSize(width: number, height: number): Size {
  const scale = Math.min(1, maxPictureDots / width, maxLogoRows / height);
  return { width: Math.max(1, Math.round(width * scale)), rows: Math.max(1, Math.round(height * scale)) };
}
