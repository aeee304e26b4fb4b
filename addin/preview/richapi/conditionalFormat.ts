import { intersect } from '../../book/area.ts'
import { addRule, changeRule, moveRule, removeRules } from '../../book/conditionalRules.ts'
import type { Rule, RuleLook } from '../../book/rule.ts'
import type { Sheet } from '../../book/sheet.ts'
import { apiNotFound, invalidArgument, itemNotFound } from './hostError.ts'
import {
  type AreasTarget,
  type Argument,
  guard,
  type HostObject,
  type HostProperty,
  hostObject,
  hostType,
  rangeObject,
  type Session,
} from './hostObject.ts'
import { color } from './rangeFormat.ts'

/** A rule by id: what it is now is looked up each time. */
interface RuleTarget {
  readonly sheet: Sheet
  readonly id: string
}

/** Office.js's names of the kinds of a file; others are PresetCriteria, as most of them are. */
const TYPES: Readonly<Record<string, string>> = {
  expression: 'Custom',
  cellIs: 'CellValue',
  top10: 'TopBottom',
  aboveAverage: 'PresetCriteria',
  colorScale: 'ColorScale',
  iconSet: 'IconSet',
  containsText: 'ContainsText',
  timePeriod: 'PresetCriteria',
  dataBar: 'DataBar',
}

const touching = ({ sheet, areas }: AreasTarget): Rule[] =>
  sheet.content.rules.filter((rule) => rule.areas.some((one) => areas.some((area) => intersect(one, area))))

function now({ sheet, id }: RuleTarget): Rule {
  const rule = sheet.content.rules.find((one) => one.id === id)
  if (!rule) throw itemNotFound()
  return rule
}

const ruleObject = (sheet: Sheet, id: string): HostObject => hostObject('ConditionalFormat', { sheet, id })

function byKey(target: AreasTarget, key: Argument | undefined): HostObject | null {
  const rule = touching(target).find((one) => one.id === key)
  return rule ? ruleObject(target.sheet, rule.id) : null
}

const must = (object: HostObject | null): HostObject => {
  if (!object) throw itemNotFound()
  return object
}

/** Excel.ConditionalFormatCollection: the rules that touch a range, its own and others. */
export const conditionalFormatCollection = hostType<AreasTarget>({
  items: (target) => touching(target).map((rule) => ruleObject(target.sheet, rule.id)),
  item: (target, [key]) => must(byKey(target, key)),
  methods: {
    GetCount: (target) => touching(target).length,
    GetItem: (target, [key]) => must(byKey(target, key)),
    GetItemOrNullObject: byKeyOrNull,
    GetItemAt: (target, [at]) => {
      const rule = touching(target)[Number(at)]
      return must(rule ? ruleObject(target.sheet, rule.id) : null)
    },
    Add: ({ sheet, areas }, [type], session) => {
      if (type !== 'Custom') throw apiNotFound(`conditional formats of type ${String(type)}`)
      guard(sheet)
      const id = addRule(sheet, areas)
      session.book.redraw()
      return ruleObject(sheet, id)
    },
    ClearAll: (target, _, session) => {
      guard(target.sheet)
      const ids = new Set(touching(target).map((rule) => rule.id))
      removeRules(target.sheet, (id) => ids.has(id))
      session.book.redraw()
    },
  },
})

function byKeyOrNull(target: AreasTarget, [key]: readonly Argument[]): HostObject | null {
  return byKey(target, key)
}

const custom = (target: RuleTarget): HostObject => {
  if (now(target).kind !== 'expression') throw itemNotFound()
  return hostObject('CustomConditionalFormat', target)
}

/** Excel.ConditionalFormat; `priority` is the place among all rules of the sheet. */
export const conditionalFormat = hostType<RuleTarget>({
  identity: ({ id }) => ({ Id: id }),
  properties: {
    Id: { get: ({ id }) => id },
    Type: { get: (target) => TYPES[now(target).kind] ?? 'PresetCriteria' },
    Priority: {
      get: (target) => target.sheet.content.rules.findIndex((rule) => rule.id === target.id),
      set: ({ sheet, id }, value, session) => {
        guard(sheet)
        if (typeof value !== 'number') throw invalidArgument()
        moveRule(sheet, id, value)
        session.book.redraw()
      },
    },
    StopIfTrue: { get: () => false },
  },
  children: {
    Custom: custom,
    CustomOrNullObject: (target) => (now(target).kind === 'expression' ? custom(target) : null),
  },
  methods: {
    Delete: ({ sheet, id }, _, session) => {
      guard(sheet)
      removeRules(sheet, (one) => one === id)
      session.book.redraw()
    },
    GetRange: (target) => {
      const [area] = now(target).areas
      if (!area) throw itemNotFound()
      return rangeObject(target.sheet, area)
    },
    GetRanges: (target) => hostObject('RangeAreas', { sheet: target.sheet, areas: now(target).areas }),
  },
})

/** Excel.CustomConditionalFormat */
export const customConditionalFormat = hostType<RuleTarget>({
  children: {
    Rule: (target) => hostObject('ConditionalFormatRule', target),
    Format: (target) => hostObject('ConditionalRangeFormat', target),
  },
})

function change({ sheet, id }: RuleTarget, what: { formula?: string; look?: RuleLook }, session: Session): void {
  guard(sheet)
  if (!changeRule(sheet, id, what)) throw itemNotFound()
  session.book.redraw()
}

/** Excel.ConditionalFormatRule */
export const conditionalFormatRule = hostType<RuleTarget>({
  properties: {
    Formula: {
      get: (target) => `=${now(target).formulas[0] ?? ''}`,
      set: (target, value, session) => change(target, { formula: String(value) }, session),
    },
  },
})

/** Excel.ConditionalRangeFormat */
export const conditionalRangeFormat = hostType<RuleTarget>({
  children: {
    Fill: (target) => hostObject('ConditionalRangeFill', target),
    Font: (target) => hostObject('ConditionalRangeFont', target),
  },
})

const paint = (read: (look: RuleLook) => string | boolean, write: (value: Argument) => RuleLook): HostProperty<RuleTarget> => ({
  get: (target) => read(now(target).look),
  set: (target, value, session) => change(target, { look: write(value) }, session),
})

/** Excel.ConditionalRangeFill */
export const conditionalRangeFill = hostType<RuleTarget>({
  properties: {
    Color: paint(
      (look) => look.fill ?? '',
      (value) => ({ fill: color(value) }),
    ),
  },
})

/** Excel.ConditionalRangeFont */
export const conditionalRangeFont = hostType<RuleTarget>({
  properties: {
    Color: paint(
      (look) => look.color ?? '',
      (value) => ({ color: color(value) }),
    ),
    Bold: paint(
      (look) => look.bold === true,
      (value) => ({ bold: value === true }),
    ),
    Underline: paint(
      (look) => (look.underline ? 'Single' : 'None'),
      (value) => ({ underline: value !== 'None' }),
    ),
  },
})
