import type { CityFigures } from '../wire/consolidation.ts'

/** The report as a document, without any file format: what is written, block by block, and where its numbers are from. */
export interface ReportDocument {
  readonly title: string
  /** Of a formal report; a working one has none. */
  readonly letterhead: Letterhead | null
  readonly blocks: readonly ReportBlock[]
  /** "2021-05" */
  readonly period: string
  /** The city's position that the report was written from; null without a server. */
  readonly asOfSeq: number | null
  /** The figures that it shows: of a formal report without what is withheld. */
  readonly figures: CityFigures
  /** Indicators whose figure is withheld. */
  readonly withheld: ReadonlySet<string>
  readonly provenance: readonly ProvenanceRow[]
  /** What the report leaves out or changed of what was reported, a sentence each. */
  readonly leftOut: readonly string[]
}

/** What a formal document carries besides its text (GB/T 9704). */
export interface Letterhead {
  /** 发文机关: above in red, and signs. */
  readonly issuer: string
  /** 发文字号: "三政办〔2021〕12号". */
  readonly documentNo: string
  /** 签发人 */
  readonly signatory: string
  /** 主送机关 */
  readonly addressee: string
  /** 成文日期, ISO; empty where it is to be written by hand. */
  readonly date: string
  /** 附件说明: the names of annexes that somebody adds. */
  readonly annexes?: readonly string[]
  /** 版记, at the foot of the last page; none where nothing of it is given. */
  readonly imprint?: Imprint
}

/** 抄送机关, 印发机关 and 印发日期 (ISO); what is empty is left out. */
export interface Imprint {
  readonly copyTo: string
  readonly printedBy: string
  readonly printedOn: string
}

/** One block of the text, in the order of the document; a writer decides how each kind looks. */
export type ReportBlock =
  | { readonly kind: 'opening'; readonly text: string }
  /** "一、实施文化惠民工程" */
  | { readonly kind: 'category'; readonly no: number; readonly text: string }
  /** 工作任务, 主要责任单位, 进展情况: a label and its paragraphs, the first one on the label's line. */
  | {
      readonly kind: 'task' | 'units' | 'progress'
      readonly task: string
      readonly label: string
      readonly paragraphs: readonly string[]
      /** Of 进展情况: where in each paragraph the unit's own words end and those of the report begin. */
      readonly ours?: readonly number[]
    }
  /** Which state of the figures a draft was written from; a formal report has none. */
  | { readonly kind: 'source'; readonly text: string }

/** One number or text of the report, with the row that it came from. */
export interface ProvenanceRow {
  readonly subject: string
  readonly name: string
  readonly area: string
  /** As in the consolidation ("146", "暂未报送"). */
  readonly value: string
  readonly measure: string
  /** Its stage and whether it is counted, that it is of the whole city, or whether a node is done; empty where there is nothing to say. */
  readonly note: string
  readonly reporter: string
  /** "民生实事!E7", or empty. */
  readonly cell: string
  readonly version: string
  readonly seq: string
  readonly asOf: string
  readonly by: string
  readonly at: string
}
