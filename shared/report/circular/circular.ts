import type { Letterhead } from '../reportDocument.ts'

/** A circular (通报): which lights show, who ranks where, who has not reported; and in its annexes everything by name. */
export interface Circular {
  readonly title: string
  /** "2021-05" */
  readonly period: string
  /** The city's position that the circular was written from; null without a server. */
  readonly asOfSeq: number | null
  /** Of a circular to be issued; a draft has none. */
  readonly letterhead: Letterhead | null
  /** 导语, before all else; a paragraph each. */
  readonly lead: readonly string[]
  readonly paragraphs: readonly { readonly heading: string; readonly text: string }[]
  readonly rankingHeading: string
  /** By what counties are ranked, who is not, and what no rank counts; or why nobody is ranked; empty where the register has no targets to rank by. */
  readonly rankingText: string
  /** Empty where nobody is ranked; a score names the number of its indicators. */
  readonly ranking: readonly { readonly rank: number; readonly name: string; readonly score: string }[]
  readonly demandsHeading: string
  /** 要求, after all else; a paragraph each, none where nobody wrote any. */
  readonly demands: readonly string[]
  readonly annexes: readonly Annex[]
}

/** A table on pages of its own. */
export interface Annex {
  readonly title: string
  /** Widths in percent. */
  readonly columns: readonly { readonly heading: string; readonly width: number }[]
  readonly rows: readonly (readonly string[])[]
}
