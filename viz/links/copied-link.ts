/** A link to what the page shows, and the command that repeats it. */
export interface CopiedLink {
  readonly url: string;
  readonly command: string;
  readonly tick: number;
  readonly stateHash: string;
}
