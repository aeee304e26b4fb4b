/** Time, chance and waiting, brought in by the door so that flows neither ask the clock nor roll dice. */
export interface Surroundings {
  /** ISO time, as the server's clock has it once it answered. */
  now(): string
  /** A fresh UUID. */
  newId(): string
  /** From 0 up to, not including, 1. */
  random(): number
  wait(milliseconds: number): Promise<void>
}

/** The person's own browser. */
export interface Links {
  /** Opens an address of our server outside the pane. */
  open(path: string): void
}
