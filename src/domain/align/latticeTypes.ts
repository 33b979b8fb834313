import type { Sides, Span } from '../model.ts'

/** Segments of both sides that are aligned among themselves. Blocks follow each other and cover the text. */
export type Block = Sides<Span>

/**
 * The boundaries (i, j) a path may go through, block by block: after i Chinese segments, `lo ≤ j ≤ hi`, with
 * i − block.zh.from as index. Both grow with i; the block's corners are inside.
 */
export type Band = readonly {
  readonly block: Block
  readonly lo: Int32Array
  readonly hi: Int32Array
}[]

/**
 * All alignments inside a band, as a graph: its cells are the boundaries (i, j) after i Chinese and j English segments,
 * its edges the beads between two cells. Edges stand in the order of the cell they lead to, and edges that leave a cell
 * come after all that reach it, so one walk through them forwards (or backwards) is a dynamic program.
 */
export interface Lattice {
  readonly cells: number
  /** Cells of each edge. */
  readonly from: Int32Array
  readonly to: Int32Array
  /** First segment of each side, and the index into {@link BEAD_TYPES}. */
  readonly zh: Int32Array
  readonly en: Int32Array
  readonly type: Uint8Array
}
