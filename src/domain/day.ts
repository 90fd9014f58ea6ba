/** @param time ISO 8601 in UTC. Gives its `YYYY-MM-DD` */
export function toDay(time: string): string {
  return time.slice(0, 'YYYY-MM-DD'.length);
}
