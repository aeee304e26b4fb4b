/** Headings, the group's among them, of what is to be done. */
const OF_PLAN = /计划|目标|任务|安排/u

/** Whether a heading, or a group over it, is of a plan: 2021年工作计划/主要形象进度. */
export const isOfPlan = (header: string): boolean => OF_PLAN.test(header)
