import type { OnBehalfTexts } from './onBehalfTexts.ts'

/** What is said in English of what the office sent for a unit. */
export const onBehalfEn: OnBehalfTexts = {
  sender: (name) => `sent by the supervision office (${name})`,
  hint: 'What the supervision office sent from your unit’s file becomes your unit’s own word. Where it differs, correct the sheet and send it.',
  title: 'Sent by the supervision office',
  file: (name, by, when) => `File “${name}”, ${by}, ${when}`,
  rows: (count) => (count > 0 ? `${count} rows written` : 'same as stored, nothing written'),
  open: 'not taken over yet',
  takenOver: (by, when) => `taken over by ${by}, ${when}`,
}
