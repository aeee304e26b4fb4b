/**
 * Fills "{name}" of a template with params; a list is joined with `separator`. A part in ‹…› is left out whole where one
 * of its params is absent or empty; elsewhere an absent param leaves "—".
 */
export function fillTemplate(
  template: string,
  params: Readonly<Record<string, string | number | boolean | readonly string[]>>,
  separator = '、',
): string {
  const word = (name: string): string | undefined => {
    const value = params[name]
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return undefined
    return Array.isArray(value) ? value.join(separator) : String(value)
  }
  const fill = (text: string): string => text.replace(/\{(\w+)\}/g, (_, name: string) => word(name) ?? '—')
  return template
    .replace(/‹([^›]*)›/g, (_, part: string) => {
      const names = [...part.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
      return names.every((name) => word(name) !== undefined) ? fill(part) : ''
    })
    .replace(/\{(\w+)\}/g, (_, name: string) => word(name) ?? '—')
}
