const KEY = 'fill-in-closed';

/** Whether the offers of a card picture were put away in this tab; they do not come back by themselves then. */
export function wereClosed(picture: string): boolean {
  try {
    return sessionStorage.getItem(KEY) === picture;
  } catch {
    return false;
  }
}

export function rememberClosed(picture: string, closed: boolean): void {
  try {
    if (closed) sessionStorage.setItem(KEY, picture);
    else sessionStorage.removeItem(KEY);
  } catch {
    // They come back on the next visit.
  }
}
