const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Until the browser has certainly begun to take it. */
const KEPT_MS = 60_000

/** Hands bytes to the person as a file of the browser's downloads. */
export function downloadFile(bytes: Uint8Array, name: string): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: XLSX }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS)
}
