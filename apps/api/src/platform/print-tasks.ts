/** What is printed: a template of `templates/`, and data that it shows. Text of the data is text, whatever it says. */
export interface PrintJob {
  /** Its name there, without `.typ`. */
  template: string;
  /** JSON values only. */
  data: object;
  /** JPEG pictures by name; the template opens `/pictures/<name>`. */
  pictures: Record<string, Uint8Array>;
  /** Stands in the file as its date. */
  at: Date;
}

/** PDF/A-2u, the fonts inside. `missing`: characters that no font of ours has, each printed as 〓. */
export interface Printed {
  pdf: Buffer;
  missing: string[];
}
