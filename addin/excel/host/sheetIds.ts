/**
 * Sheets by the name under which the pane has read them. Excel's id of a sheet stays when it is renamed; the pane goes on
 * calling the sheet what it was called when it was read, until it is read again.
 */
const idOf = new Map<string, string>()

/** A sheet was read under this name. */
export function noteSheet(name: string, id: string): void {
  for (const [other, otherId] of idOf) if (otherId === id) idOf.delete(other)
  idOf.set(name, id)
}

/** What to look a sheet up by: its id where the pane has read it, else its name. Excel takes either. */
export const sheetKey = (name: string): string => idOf.get(name) ?? name

/** What the pane calls a sheet that is called `name` now. */
export function paneName(id: string, name: string): string {
  for (const [known, knownId] of idOf) if (knownId === id) return known
  return name
}

/** Another workbook: tests open several, a pane never does. */
export const forgetSheets = (): void => idOf.clear()
