import type { Consolidation, IndicatorLight } from '../../../shared/wire/consolidation.ts'
import type { DocumentAsk, DocumentKind } from '../../../shared/wire/document.ts'
import type { ComparedWith, ConsolidationWords, ExcludedNames } from '../../flow/city/consolidationWords.ts'

type Light = IndicatorLight['light']

/** The documents that the pane offers, and the lines of a letterhead. */
export type DocumentName = DocumentKind | 'formal' | 'formalCircular' | 'formalSources' | 'sheet'
export type LetterheadField = keyof Omit<DocumentAsk, 'kind' | 'format' | 'formal'>

/** The sentences about the city's figures: counts, lights, ranks, disagreements, sources; and of the sheet they are pulled into. */
export interface CityTexts {
  /** Of the consolidation sheet. */
  readonly sheet: ConsolidationWords
  /** 应报, 已报, 按时, 逾期, 未报. */
  readonly counts: Readonly<Record<keyof Consolidation['completeness'], string>>
  /** On which day the lights were judged, and since which period changes are counted. */
  judged(on: string, before: ComparedWith): string
  readonly lights: { readonly title: string; readonly all: string; readonly names: Readonly<Record<Light, string>> }
  /** Why the light is what it is; `behind` in percent points. */
  readonly reasons: Readonly<Record<IndicatorLight['reason'], (behind: string, expected: string) => string>>
  /** Of a light that a coordinator put in place of the judged one. */
  overridden(by: string, when: string, reason: string): string
  judgedAs(light: string): string
  /** The form for that. */
  readonly override: {
    readonly open: string
    readonly light: string
    readonly put: string
    readonly takeBack: string
    readonly reason: string
    done(indicator: string): string
  }
  /** The counties by what they reached of their own targets; `fewest` indicators make a rank. */
  readonly ranking: {
    readonly title: string
    lead(fewest: number): string
    none(fewest: number): string
    rank(place: number): string
    readonly unranked: string
    base(count: number, names: string): string
    asZero(names: string): string
    tooFew(count: number, fewest: number): string
    excluded(names: ExcludedNames): string
  }
  /** Where two reporters state different figures. */
  readonly disagreements: {
    readonly title: string
    readonly none: string
    readonly ofRecord: string
    readonly other: string
    difference(value: string): string
    sum(reporter: string | null): string
  }
  /** Every figure of the city. */
  readonly indicators: {
    readonly title: string
    readonly search: string
    readonly searchPlaceholder: string
    readonly none: string
    /** How it stands: a rate; what is left of 清零, or stays below a limit; what is done; and how much of the target that is. "" for none. */
    figure(of: Readonly<Record<'rate' | 'left' | 'value' | 'target' | 'reached', string>>): string
    /** Percentage points, signed. */
    points(value: string): string
    /** `before` names the period where it is not the month before. */
    change(before: string | null, value: string): string
    readonly incomparable: Readonly<Record<'nothingBefore' | 'otherAreas' | 'otherStage', string>>
    notComparable(before: string | null, why: string): string
    readonly sources: string
    readonly noSources: string
    /** Of what a text on its task tells. */
    readonly reportedByText: string
    noArea(names: string): string
  }
  /** A row that a figure came from. */
  readonly source: {
    version(version: number, by: string, when: string): string
    cell(place: string): string
    readonly noCell: string
    readonly history: string
    entry(version: number, by: string, when: string): string
  }
  readonly more: (count: number) => string
  /** 文件: the documents of the period. */
  readonly documents: {
    readonly title: string
    readonly lead: string
    readonly names: Readonly<Record<DocumentName, string>>
    readonly letterhead: Readonly<Record<LetterheadField, string>>
    readonly blank: Readonly<Record<'report' | 'circular', string>>
    readonly write: Readonly<Record<'report' | 'circular', string>>
    readonly writeSources: string
    opened(name: string, asOfSeq: number): string
    readonly again: string
    lintFindings(count: number): string
    /** The units' own texts, to be copied. */
    letters(count: number): string
    readonly copy: string
    readonly copied: string
    readonly copyFailed: string
  }
}
