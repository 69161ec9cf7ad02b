/**
 * A sorted list of ids for each owner, all in one arena, so that a list is contiguous in every column that goes with it.
 * A list that outgrows its block moves to a larger one; blocks left behind are used again. Sizes are multiples of GRAIN.
 *
 * A row is a place in the arena. Rows of an owner are `start[owner]` to `start[owner] + length[owner] − 1`, ids ascending.
 * A row number holds until the next insertion or removal anywhere.
 */
export interface SortedBlocks {
  start: Uint32Array;
  length: Uint32Array;
  capacity: Uint32Array;
  /** the id in each row */
  ids: Uint32Array;
  /** rows of the arena handed out so far */
  used: number;
  /** starts of free blocks, by capacity / GRAIN */
  free: number[][];
}

const GRAIN = 8;

/** Columns that follow the ids as rows move. */
export interface FollowingColumns {
  /** make room for `rows` rows */
  grow(rows: number): void;
  /** move `count` rows from `from` to `to`; they may overlap */
  move(to: number, from: number, count: number): void;
}

export function createSortedBlocks(owners: number, rows: number): SortedBlocks {
  return {
    start: new Uint32Array(owners),
    length: new Uint32Array(owners),
    capacity: new Uint32Array(owners),
    ids: new Uint32Array(rows),
    used: 0,
    free: [],
  };
}

/** Room for more owners; their lists are empty. */
export function growOwners(blocks: SortedBlocks, owners: number): void {
  if (owners <= blocks.start.length) return;
  for (const column of ["start", "length", "capacity"] as const) {
    const larger = new Uint32Array(Math.max(owners, Math.ceil(blocks.start.length * 1.5)));
    larger.set(blocks[column]);
    // `start` is last to be replaced below, as its length is what growth is reckoned from
    if (column !== "start") blocks[column] = larger;
  }
  const larger = new Uint32Array(blocks.length.length);
  larger.set(blocks.start);
  blocks.start = larger;
}

/** The row of `id` in the owner's list, or −1. */
export function findRow(blocks: SortedBlocks, owner: number, id: number): number {
  const { ids } = blocks;
  let low = blocks.start[owner];
  let left = blocks.length[owner];
  if (left === 0) return -1;
  // Halving without a branch on the outcome, which could not be foretold.
  while (left > 1) {
    const half = left >>> 1;
    low += half * +(ids[low + half] <= id);
    left -= half;
  }
  return ids[low] === id ? low : -1;
}

/**
 * Opens a row for an id that the owner does not have yet.
 *
 * @returns the new row; its other columns hold rubbish until they are set
 */
export function insertRow(blocks: SortedBlocks, owner: number, id: number, columns: FollowingColumns): number {
  if (blocks.length[owner] === blocks.capacity[owner]) moveToLargerBlock(blocks, owner, columns);
  const { ids } = blocks;
  const start = blocks.start[owner];
  const end = start + blocks.length[owner]++;
  let row = end;
  while (row > start && ids[row - 1] > id) row--;
  if (row < end) {
    ids.copyWithin(row + 1, row, end);
    columns.move(row + 1, row, end - row);
  }
  ids[row] = id;
  return row;
}

/** Closes a row of the owner. */
export function removeRow(blocks: SortedBlocks, owner: number, row: number, columns: FollowingColumns): void {
  removeRows(blocks, owner, row, 1, columns);
}

/** Closes `count` rows of the owner, from `row` on. */
export function removeRows(blocks: SortedBlocks, owner: number, row: number, count: number, columns: FollowingColumns): void {
  const after = row + count;
  const end = blocks.start[owner] + blocks.length[owner];
  if (after < end) {
    blocks.ids.copyWithin(row, after, end);
    columns.move(row, after, end - after);
  }
  blocks.length[owner] -= count;
}

/** Room in the owner's block for at least `capacity` rows, to spare the moves of a list whose length is known beforehand. */
export function reserveRows(blocks: SortedBlocks, owner: number, capacity: number, columns: FollowingColumns): void {
  if (capacity > blocks.capacity[owner]) moveToBlock(blocks, owner, Math.ceil(capacity / GRAIN) * GRAIN, columns);
}

function moveToLargerBlock(blocks: SortedBlocks, owner: number, columns: FollowingColumns): void {
  const old = blocks.capacity[owner];
  moveToBlock(blocks, owner, old + Math.max(GRAIN, Math.ceil(old / 4 / GRAIN) * GRAIN), columns);
}

function moveToBlock(blocks: SortedBlocks, owner: number, capacity: number, columns: FollowingColumns): void {
  const from = blocks.start[owner];
  const old = blocks.capacity[owner];
  const to = takeBlock(blocks, capacity, columns);
  const count = blocks.length[owner];
  if (count > 0) {
    blocks.ids.copyWithin(to, from, from + count);
    columns.move(to, from, count);
  }
  blocks.start[owner] = to;
  blocks.capacity[owner] = capacity;
  if (old > 0) {
    blocks.free[old / GRAIN] ??= [];
    blocks.free[old / GRAIN].push(from);
  }
}

function takeBlock(blocks: SortedBlocks, capacity: number, columns: FollowingColumns): number {
  const free = blocks.free[capacity / GRAIN];
  const again = free?.pop();
  if (again !== undefined) return again;
  const start = blocks.used;
  const needed = start + capacity;
  if (needed > blocks.ids.length) {
    const rows = Math.max(needed, Math.ceil(blocks.ids.length * 1.3), 64);
    columns.grow(rows);
    const larger = new Uint32Array(rows);
    larger.set(blocks.ids);
    blocks.ids = larger;
  }
  blocks.used = needed;
  return start;
}
