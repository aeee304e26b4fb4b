/** What the coordinator sent for a unit, from its own file. */
export interface OnBehalfTexts {
  /** Who wrote a version; `name` is the coordinator's. */
  sender(name: string): string
  /** What taking over means. */
  readonly hint: string
  readonly title: string
  file(name: string, by: string, when: string): string
  rows(count: number): string
  readonly open: string
  takenOver(by: string, when: string): string
}
