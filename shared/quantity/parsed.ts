import type { Scaled } from './scaled.ts'
import type { Stage } from './stage.ts'

/** A figure read out of a cell or a text. */
export interface ParsedQuantity {
  /** In the base measure, 万 and 亿 resolved (3055万元 is 30,550,000 元); a percentage in percent points. A range's lower value. */
  readonly value: Scaled
  /** Upper end of a range (63%～68%). */
  readonly high?: Scaled
  /** The whole of "15/27套": 27. */
  readonly of?: Scaled
  /** Digits after the point as shown, before 万 or 亿 is resolved ("2.13万" has 2). */
  readonly decimals: number
  /** The measure's word without its scale (户 of 万户, 元 of 亿元, "%"); null where none is written. */
  readonly measure: string | null
  readonly scale: 1 | 10_000 | 100_000_000
  /** 约, 余, 近, 多, 左右, 以上 …; null where the figure is exact. */
  readonly approx: string | null
  /** 不少于, 以上, 超过 … mean at least; 不超过, 以内, 不足 … at most. */
  readonly bound?: '>=' | '<='
  /** The number was written in Chinese characters (一座, 两百). */
  readonly chinese?: boolean
  /** A percentage that a number cell holds as a fraction (0.4334 for 43.34 %). */
  readonly fraction?: boolean
  /** Some of its digits are full-width (１４.６), which formulas do not compute with. */
  readonly fullWidth: boolean
  /** Read from a text, not from a number cell. */
  readonly inText: boolean
  /** Letter for letter, the part that was read. */
  readonly raw: string
  /** The words around it ("已完成", "（基本完工）"), trimmed. */
  readonly before: string
  readonly after: string
  /** The stage that the words beside it name. */
  readonly stage?: Stage
}

/** A date read out of a cell or a text. */
export interface ParsedDate {
  /** ISO; of a vague one (5月底, 一季度) its last day; undefined where it has no end (长期) or stays open. */
  readonly date: string | undefined
  readonly kind: 'exact' | 'serial' | 'short' | 'vague' | 'asNumber' | 'ambiguous' | 'openEnded'
  /** The readings between which a person decides (5.2: 5月2日, 5月20日). */
  readonly candidates?: readonly string[]
  readonly raw: string
}
