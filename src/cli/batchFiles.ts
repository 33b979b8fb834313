import { readdir, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Complaint } from './inputFile.ts'

/** What one deck of a batch is made of, and where it goes. */
export interface BatchJob {
  readonly files: readonly string[]
  readonly out: string
}

/** `name.zh.txt` and `name.en.txt`, `name-zh.txt`, `name_en.txt`: the two sides of one article. */
const SIDE = /[._-](zh|en)$/i

/**
 * The decks that the files of a folder make, in the order of their names, and how many of them are there already and newer than
 * their files.
 *
 * @throws Complaint when the folder cannot be read or holds nothing
 */
export async function batchJobs(
  folder: string,
  out: string,
): Promise<{ readonly jobs: readonly BatchJob[]; readonly done: number }> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw new Complaint(`${folder} cannot be read.`, { cause })
  })
  const names = entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .toSorted()
  if (names.length === 0) throw new Complaint(`There are no files in ${folder}.`)
  const groups = new Map<string, string[]>()
  for (const name of names) {
    const stem = stemOf(name)
    const key = SIDE.test(stem) ? stem.replace(SIDE, '') : name
    groups.set(key, [...(groups.get(key) ?? []), name])
  }
  for (const [key, group] of groups)
    if (group.length !== 2 && group[0] !== key) {
      groups.delete(key)
      for (const name of group) groups.set(name, [name])
    }
  const taken = new Set<string>()
  const jobs: BatchJob[] = []
  let done = 0
  for (const [key, group] of groups) {
    const base = group.length === 2 ? key : stemOf(key)
    // story.txt and story.srt are two decks.
    const name = taken.has(base) ? key : base
    taken.add(name)
    const files = group.map((file) => join(folder, file))
    const job = { files, out: join(out, `${name}.json`) }
    if (await isNewer(job)) done += 1
    else jobs.push(job)
  }
  return { jobs, done }
}

const stemOf = (name: string): string => name.slice(0, name.length - extname(name).length)

async function isNewer({ files, out }: BatchJob): Promise<boolean> {
  const made = await stat(out).catch(() => null)
  if (made === null) return false
  const given = await Promise.all(files.map((file) => stat(file)))
  return given.every(({ mtimeMs }) => mtimeMs < made.mtimeMs)
}
