import { growColumns } from "./grow-columns.ts";

/**
 * A sorted list of ids for each owner, all in one arena, so that each list is contiguous in every column that follows it. A list
 * that outgrows its block moves to a larger one, and the old block is reused. Block sizes are multiples of GRAIN.
 *
 * A row is a position in the arena. An owner's rows are `start[owner]` to `start[owner] + length[owner] − 1`, with ascending ids.
 * A row number is valid until the next insertion or removal in any list.
 */
export interface SortedBlocks {
  start: Uint32Array;
  length: Uint32Array;
  capacity: Uint32Array;
  /** the id in each row */
  ids: Uint32Array;
  /** rows of the arena that belong to a block, in use or free */
  used: number;
  /**
   * by capacity / GRAIN: 1 plus the first row of the last block of this size that became free, or 0. That row of `ids` holds the
   * same for the block that became free before it.
   */
  free: Uint32Array;
}

const GRAIN = 8;

/** The columns that hold an owner's data about each id. They follow when rows move. */
export interface FollowingColumns {
  /** makes room for `rows` rows */
  grow(rows: number): void;
  /** moves `count` rows from `from` to `to`; the two ranges may overlap */
  move(to: number, from: number, count: number): void;
}

export function createSortedBlocks(owners: number, rows: number): SortedBlocks {
  return {
    ...createOwnerColumns(owners),
    ...createIds(rows),
    used: 0,
    ...createFreeLists(32),
  };
}

function createOwnerColumns(owners: number) {
  return {
    start: new Uint32Array(owners),
    length: new Uint32Array(owners),
    capacity: new Uint32Array(owners),
  };
}

function createIds(rows: number) {
  return { ids: new Uint32Array(rows) };
}

function createFreeLists(sizes: number) {
  return { free: new Uint32Array(sizes) };
}

/** Makes room for more owners. Their lists are empty. */
export function growOwners(blocks: SortedBlocks, owners: number): void {
  if (owners <= blocks.start.length) return;
  growColumns(blocks, createOwnerColumns(Math.max(owners, Math.ceil(blocks.start.length * 1.5))));
}

/** Finds the row of `id` in the owner's list. Returns −1 if the list doesn't contain it. */
export function findRow(blocks: SortedBlocks, owner: number, id: number): number {
  const { ids } = blocks;
  let low = blocks.start[owner];
  let left = blocks.length[owner];
  if (left === 0) return -1;
  // Halve without branching on the result: the processor couldn't predict that branch.
  while (left > 1) {
    const half = left >>> 1;
    low += half * +(ids[low + half] <= id);
    left -= half;
  }
  return ids[low] === id ? low : -1;
}

/**
 * Inserts a row for an id that isn't in the owner's list yet.
 *
 * @returns the new row; the caller must set the columns that follow, which hold arbitrary values
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

/** Removes a row of the owner. */
export function removeRow(blocks: SortedBlocks, owner: number, row: number, columns: FollowingColumns): void {
  removeRows(blocks, owner, row, 1, columns);
}

/** Removes `count` rows of the owner, starting at `row`. */
export function removeRows(blocks: SortedBlocks, owner: number, row: number, count: number, columns: FollowingColumns): void {
  const after = row + count;
  const end = blocks.start[owner] + blocks.length[owner];
  if (after < end) {
    blocks.ids.copyWithin(row, after, end);
    columns.move(row, after, end - after);
  }
  blocks.length[owner] -= count;
}

/** Makes room in the owner's block for at least `capacity` rows. If the final length is known, this saves moving the list. */
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
  if (old > 0) freeBlock(blocks, from, old);
}

function freeBlock(blocks: SortedBlocks, start: number, capacity: number): void {
  const size = capacity / GRAIN;
  if (size >= blocks.free.length) growColumns(blocks, createFreeLists(size * 2));
  blocks.ids[start] = blocks.free[size];
  blocks.free[size] = start + 1;
}

/** Makes room for all lists of owners without rows, whose final lengths are known. This saves growing step by step. */
export function reserveLists(blocks: SortedBlocks, lengths: Uint32Array, columns: FollowingColumns): void {
  let rows = blocks.used;
  for (const length of lengths) rows += Math.ceil(length / GRAIN) * GRAIN;
  if (rows > blocks.ids.length) growArena(blocks, rows, columns);
  for (const [owner, length] of lengths.entries()) reserveRows(blocks, owner, length, columns);
}

function growArena(blocks: SortedBlocks, rows: number, columns: FollowingColumns): void {
  columns.grow(rows);
  growColumns(blocks, createIds(rows));
}

function takeBlock(blocks: SortedBlocks, capacity: number, columns: FollowingColumns): number {
  const size = capacity / GRAIN;
  if (size < blocks.free.length && blocks.free[size] > 0) {
    const start = blocks.free[size] - 1;
    blocks.free[size] = blocks.ids[start];
    return start;
  }
  const start = blocks.used;
  const needed = start + capacity;
  if (needed > blocks.ids.length) growArena(blocks, Math.max(needed, Math.ceil(blocks.ids.length * 1.3), 64), columns);
  blocks.used = needed;
  return start;
}
