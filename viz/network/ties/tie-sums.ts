/** The ties between circles, summed for each two of them, as columns. */
export interface TieSums {
  /** the lower circle, then the higher one */
  readonly from: Uint32Array;
  readonly to: Uint32Array;
  /** how many ties there are between them */
  readonly ties: Uint32Array;
  /** step on the scale of trust (`trustStepOf`) of the mean of all these ties, in both directions */
  readonly trust: Uint8Array;
  /** how many ties are summed in all; 0 if each is drawn by itself */
  readonly total: number;
}

export const noSums: TieSums = {
  from: new Uint32Array(0),
  to: new Uint32Array(0),
  ties: new Uint32Array(0),
  trust: new Uint8Array(0),
  total: 0,
};
