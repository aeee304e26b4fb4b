/** Days from one ISO date to another (2021-01-01 to 2021-01-02 is 1; negative backwards). */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000)

/** The day in China (UTC+8, no summer time) of an ISO time; a plain date stays what it is. */
export const chinaDay = (at: string): string => (at.length <= 10 ? at : new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(0, 10))
