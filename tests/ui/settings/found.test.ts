// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { showFound } from '../../../src/ui/settings/found.ts'
import { groupsFor, sectionNamed } from '../../../src/ui/settings/sections.ts'

function page(): HTMLElement {
  const root = document.createElement('div')
  root.innerHTML = `
    <section class="card"><h2>Daily amount</h2>
      <label id="new">New cards a day</label><p id="why">Six suit most.</p>
      <label id="hour">The study day starts at</label></section>
    <section class="card" id="voices"><h2>Voices</h2><p id="intro">For each day</p>
      <label id="pace">Speed</label></section>
    <section class="card" id="about"><h2>Thanks</h2><p id="credits">CC-CEDICT</p></section>`
  return root
}
const shown = (root: HTMLElement) =>
  [...root.querySelectorAll('[id]')]
    .filter((one) => one.closest('[hidden]') === null)
    .map(({ id }) => id)

describe('looking for a setting', () => {
  it.each([
    ['new', 1, ['new', 'why']],
    ['SIX', 1, ['new', 'why']],
    ['  day ', 2, ['new', 'why', 'hour']],
    ['amount', 2, ['new', 'why', 'hour']],
    ['voice', 1, ['voices', 'intro', 'pace']],
    ['for each', 0, []],
    ['cedict', 1, ['about', 'credits']],
    ['', 4, ['new', 'why', 'hour', 'voices', 'intro', 'pace', 'about', 'credits']],
    ['nothing of the kind', 0, []],
  ])('%s finds %i', (query, count, left) => {
    const root = page()
    expect(showFound(root, query)).toBe(count)
    expect(shown(root)).toEqual(left)
  })

  it('shows again what another question hid', () => {
    const root = page()
    showFound(root, 'speed')
    expect(showFound(root, 'new')).toBe(1)
    expect(shown(root)).toEqual(['new', 'why'])
  })
})

describe('the sections', () => {
  it('have those of the language learnt first, and each once', () => {
    for (const learning of ['zh', 'en'] as const) {
      const all = groupsFor({ learning }).flat()
      expect(new Set(all).size).toBe(all.length)
      expect(all.indexOf('data')).toBeGreaterThan(all.indexOf('chinese'))
    }
    const english = groupsFor({ learning: 'en' }).flat()
    expect(english.indexOf('english')).toBeLessThan(english.indexOf('chinese'))
  })

  it.each([
    ['daily', 'zh', 'daily'],
    ['english', 'en', 'english'],
    ['english', 'zh', null],
    ['', 'zh', null],
    ['nonsense', 'en', null],
  ] as const)('%s is the address of %s’s %s', (name, learning, id) => {
    expect(sectionNamed(name, { learning })).toBe(id)
  })
})
