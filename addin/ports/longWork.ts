/** Work that takes a while: it says how far it has come, and where it is told to stop it ends between two of its steps. */
export interface LongWork {
  readonly signal: AbortSignal
  /** `done` of `of` rows, parts or requests: whatever the work counts. */
  onProgress(done: number, of: number): void
}
