import { XmlTags } from '../../../shared/grid/xlsx/xmlTags.ts'

/** What stands before the way of computing in a workbook's own part (ECMA-376, 18.2.27). */
const BEFORE = ['sheets', 'functionGroups', 'externalReferences', 'definedNames']

/** A workbook's own part that asks to be computed when it is opened. */
export function computedOnLoad(text: string): string {
  const tags = new XmlTags(text)
  let place = 0
  let prefix = ''
  while (tags.next()) {
    if (tags.opens('calcPr')) {
      const flag = tags.attributePlace('fullCalcOnLoad')
      if (flag) return `${text.slice(0, flag.start)}1${text.slice(flag.end)}`
      const behindName = tags.start + 1 + tags.writtenName.length
      return `${text.slice(0, behindName)} fullCalcOnLoad="1"${text.slice(behindName)}`
    }
    if (BEFORE.some((name) => tags.closes(name)) || (tags.isEmpty && BEFORE.some((name) => tags.is(name)))) {
      place = tags.end
      prefix = tags.writtenName.slice(0, -tags.name.length)
    }
  }
  return place === 0 ? text : `${text.slice(0, place)}<${prefix}calcPr fullCalcOnLoad="1"/>${text.slice(place)}`
}
