/**
 * Batches and phases as headings, sections and names word them, with up to four characters before (配网一批, 第二批,
 * 二期工程). A batch is a part of an indicator: the figures of batches add up.
 */
const BATCH = /(?:[\p{Script=Han}]{0,4})第?[一二三四五六]批/u
/** 一期 alone is a phase only before what it is a phase of: 一期间 is not one. */
const BATCH_OR_PHASE = new RegExp(`${BATCH.source}|第?[一二三四五六]期(?=工程|项目|$)`, 'u')

/** The batch that a heading names; "" where it names none. */
export const batchInHeading = (heading: string): string => BATCH.exec(heading)?.[0] ?? ''

/** The batch or phase that the words of a row or a section name; "" where they name none. */
export const batchInWords = (words: string): string => BATCH_OR_PHASE.exec(words)?.[0] ?? ''
