import { readNarrative } from '../../shared/narrative/readNarrative.ts'
import type { NarrativeTask } from '../../shared/narrative/words/claims.ts'
import { measureScale } from '../../shared/quantity/measureScale.ts'
import { asScaled, numberFromScaled, type Scaled, scaledFromDecimal } from '../../shared/quantity/scaled.ts'
import type { IndicatorKind } from '../../shared/register/register.ts'

/** A text with its task, as in files of labelled texts (test/narratives); the labels are ignored. */
export interface LabelledText {
  readonly id: string
  readonly year: number
  readonly task: {
    readonly text: string
    readonly indicators: readonly {
      readonly id: string
      readonly name: string
      readonly kind: IndicatorKind
      readonly target: {
        readonly value: number
        readonly unit: string | null
        readonly op?: '>=' | '==' | '<='
        readonly raw?: string
      } | null
    }[]
  }
  readonly text: string
}

/** What is printed for a text: figures as plain numbers in the base measure. */
export interface NarrativeAnswer {
  readonly id: string
  readonly figures: readonly {
    readonly raw: string
    readonly value: number | null
    readonly unit: string | null
    readonly role: string
    readonly measures: string | null
    readonly stage: string | null
    readonly approx: boolean
    readonly asOf: string | null
    readonly area: string | null
    readonly reason: string
  }[]
  readonly statedPercents: readonly { readonly raw: string; readonly value: number; readonly of: string | null }[]
  readonly notFigures: readonly string[]
  readonly findings: readonly string[]
}

/** Reads each text against its own task, in order. */
export const narrativeAnswers = (texts: readonly LabelledText[]): NarrativeAnswer[] =>
  texts.map((labelled) => {
    const reading = readNarrative(typeof labelled.text === 'string' ? labelled.text : '', {
      year: labelled.year,
      task: taskOf(labelled.task),
    })
    return {
      id: labelled.id,
      figures: reading.figures.map((figure) => ({
        raw: figure.raw,
        value: figure.value === null ? null : numberFromScaled(figure.value),
        unit: figure.measure,
        role: figure.role,
        measures: figure.indicator,
        stage: figure.stageWords,
        approx: figure.approx,
        asOf: figure.asOf,
        area: figure.areaName,
        reason: figure.reason,
      })),
      statedPercents: reading.statedPercents.map(({ raw, value, of }) => ({ raw, value: numberFromScaled(value), of })),
      notFigures: reading.notFigures.map(({ raw }) => raw),
      findings: [...new Set(reading.findings.map(({ code }) => code))],
    }
  })

/** The task of a labelled text: targets brought to their base measure (2.9万户 is 29,000 户). */
function taskOf(task: LabelledText['task'] | undefined): NarrativeTask {
  return {
    text: task?.text ?? '',
    indicators: (task?.indicators ?? []).map(({ id, name, kind, target }) => {
      const { base, scale } = measureScale(target?.unit ?? '')
      const value = target && scaledOf(target.value, scale)
      return {
        id,
        name,
        kind,
        target: target && value != null ? { value, measure: base, op: target.op ?? '>=', raw: target.raw ?? '' } : null,
      }
    }),
  }
}

/** A JSON number times the scale of its unit, exact to four digits after the point; null where it is not finite or too large. */
function scaledOf(value: number, scale: number): Scaled | null {
  const plain = Number.isFinite(value) ? scaledFromDecimal(value.toFixed(8).replace(/0+$/, ''), Math.log10(scale)) : undefined
  return plain === undefined ? null : asScaled(plain)
}
