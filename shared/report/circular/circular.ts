/** A circular (通报) of one page: which lights show, who ranks where, who has not reported. */
export interface Circular {
  readonly title: string
  /** "2021-05" */
  readonly period: string
  /** The city's position that the circular was written from; null without a server. */
  readonly asOfSeq: number | null
  readonly paragraphs: readonly { readonly heading: string; readonly text: string }[]
  readonly rankingHeading: string
  /** Empty as long as no county has a figure. */
  readonly ranking: readonly { readonly rank: number; readonly name: string; readonly score: string }[]
}
