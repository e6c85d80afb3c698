/** Who is to sit somewhere else, and where they sit now. */
export interface Moving {
  /** Of the seat. */
  id: string;
  name: string;
  room: string;
  seat: number;
}
