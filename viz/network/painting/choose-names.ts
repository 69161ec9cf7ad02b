/** Square pixels of the picture for each name that it shows. */
const AREA = 9000;

/** When there is no room for everyone's name, each circle shows this many. */
const OF_A_CIRCLE = 3;

/** Who could be named in a picture. */
export interface NamesToChoose {
  readonly agents: number;
  readonly isSeen: (agent: number) => boolean;
  readonly circle: Uint32Array;
  /** NaN for those whom nobody judges */
  readonly trustReceived: Float32Array;
  /** by agent: 1 if its name may be shown; undefined if all may */
  readonly lit: Uint8Array | undefined;
}

/**
 * Whose names the picture shows, the most trusted of each circle first: everyone in sight, if there is room, else the three most
 * trusted of each circle, or fewer.
 *
 * @param area of the picture, in square pixels
 */
export function chooseNames({ agents, isSeen, circle, trustReceived, lit }: NamesToChoose, area: number): number[] {
  const most = area / AREA;
  const byCircle = new Map<number, number[]>();
  let seen = 0;
  for (let agent = 0; agent < agents; agent++) {
    if ((lit !== undefined && lit[agent] !== 1) || !isSeen(agent)) continue;
    seen++;
    const own = circle[agent] as number;
    const members = byCircle.get(own);
    if (members === undefined) byCircle.set(own, [agent]);
    else members.push(agent);
  }
  const trust = (agent: number) => trustReceived[agent] || 0;
  for (const members of byCircle.values()) members.sort((a, b) => trust(b) - trust(a));
  const rounds = seen <= most ? Number.POSITIVE_INFINITY : OF_A_CIRCLE;
  const chosen: number[] = [];
  for (let rank = 0; rank < rounds && chosen.length < seen; rank++) {
    for (const members of byCircle.values()) if (rank < members.length) chosen.push(members[rank] as number);
    if (chosen.length >= most) break;
  }
  return chosen;
}
