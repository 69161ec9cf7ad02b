/** How each agent looks in one picture. */
export interface Look {
  readonly color: (agent: number) => string;
  /** 0 to 1; undefined if all agents have one size */
  readonly size: ((agent: number) => number) | undefined;
}
