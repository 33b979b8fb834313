/** The first day of a daily reminder, `2026-12-01`: today, unless its time has gone by. */
export function reminderFrom(now: Date, time: string): string {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const isOver = now.getHours() * 60 + now.getMinutes() >= hours * 60 + minutes
  const first = new Date(now.getFullYear(), now.getMonth(), now.getDate() + (isOver ? 1 : 0))
  const two = (value: number) => String(value).padStart(2, '0')
  return `${first.getFullYear()}-${two(first.getMonth() + 1)}-${two(first.getDate())}`
}
