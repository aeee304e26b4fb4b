/** A key for the browser's storage, apart from what other sites' panes store where browsers partition it. */
export function storageKey(name: string): string {
  const partition = typeof Office === 'undefined' ? undefined : Office.context?.partitionKey
  return `${partition ? `${partition}|` : ''}livelihood.${name}`
}
