/** A circular (通报) of one page: which lights show, who ranks where, who has not reported. */
export interface Circular {
  readonly title: string
  /** "2021-05" */
  readonly period: string
  /** The city's position that the circular was written from; null without a server. */
  readonly asOfSeq: number | null
  readonly paragraphs: readonly { readonly heading: string; readonly text: string }[]
  readonly rankingHeading: string
  /** By what counties are ranked, who is not, and what no rank counts; or why nobody is ranked; empty where the register has no targets to rank by. */
  readonly rankingText: string
  /** Empty where nobody is ranked; a score names the number of its indicators. */
  readonly ranking: readonly { readonly rank: number; readonly name: string; readonly score: string }[]
}
