import { isRecord } from '../../../shared/base/keysOf.ts'
import { intersect } from '../../book/area.ts'
import { addRule } from '../../book/conditionalRules.ts'
import { Sheet } from '../../book/sheet.ts'
import { HostError } from '../richapi/hostError.ts'
import type { Act } from '../richapi/hostObject.ts'
import type { Mood, MoodTarget } from '../richapi/mood.ts'

/** The first cells of a sheet, where it has its title. */
const TITLE = { top: 1, left: 1, bottom: 3, right: 3 }

/**
 * Each sheet has one rule of the person's that Excel cannot read any more, as after an undo or in a copied sheet. It can be
 * counted and found by its place; whoever loads it, alone or with others, gets an error, and with it the whole batch ends.
 */
export function unreadableFormat({ book }: MoodTarget): Mood {
  const broken = new Map(book.sheets.map((sheet) => [sheet, addRule(sheet, [TITLE])]))
  const reads = ({ kind, type, target }: Act): boolean => {
    if (kind !== 'load' || !isRecord(target) || !(target.sheet instanceof Sheet)) return false
    const id = broken.get(target.sheet)
    const there = id !== undefined && target.sheet.content.rules.some((rule) => rule.id === id)
    if (!there) return false
    return type === 'ConditionalFormatCollection' ? touchesTitle(target.areas) : target.id === id
  }
  return {
    before: (act) => {
      if (reads(act)) throw new HostError('GeneralException', 'There was an internal error while processing the request.', 500)
      return false
    },
  }
}

/** Whether a collection's areas have the rule among theirs. */
const touchesTitle = (areas: unknown): boolean => Array.isArray(areas) && areas.some((area) => intersect(area, TITLE) !== undefined)
