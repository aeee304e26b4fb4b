const MB = 1 << 20

/**
 * What a workbook of data does not exceed. A row of Excel's own limits (1,048,576 × 16,384) may be anywhere: what counts
 * is what a file makes of memory and time.
 */
export const LIMITS = {
  /** Bytes of the file. */
  file: 128 * MB,
  /** Parts of a file; each is an entry in the zip. */
  parts: 20_000,
  /** Bytes of all parts together, as the directory declares them. */
  declared: 1024 * MB,
  /** Bytes of one part, and of all that are read. */
  part: 384 * MB,
  read: 512 * MB,
  /** Beyond this size, parts that shrink to less than a 250th are a bomb: sheets shrink to a 5th … 50th. */
  unsuspicious: 64 * MB,
  ratio: 250,
  /** Places in rows up to their last value, blank ones among them. */
  cells: 30_000_000,
  /** Characters of formulas that are written out from a shared one. */
  formulas: 32 * MB,
} as const
