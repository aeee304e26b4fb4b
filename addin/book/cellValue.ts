/** What a cell holds as Office.js answers it; a blank is "". Dates are serial numbers, errors their text. */
export type Scalar = string | number | boolean

const ERRORS = new Set(['#N/A', '#VALUE!', '#REF!', '#DIV/0!', '#NUM!', '#NAME?', '#NULL!', '#GETTING_DATA', '#SPILL!', '#CALC!'])

/** Whether a text is one of the errors that formulas have as results. */
export const isErrorText = (text: string): boolean => ERRORS.has(text)
