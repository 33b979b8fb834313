import { describe, expect, it } from 'vitest'
import { FORMS } from '../../../src/domain/cards/forms/table.ts'
import { KINDS } from '../../../src/domain/cards/kinds/table.ts'
import {
  DEFAULT_LEARNER_SETTINGS,
  type LearnerSettings,
  readLearnerSettings,
} from '../../../src/domain/learner/settings.ts'
import type { Side } from '../../../src/domain/model.ts'
import KindsSection from '../../../src/ui/settings/KindsSection.vue'
import { mountWith } from '../mountWith.ts'

async function drawn(kindsOff: readonly string[] = [], language: Side = 'en') {
  const changes: Partial<LearnerSettings>[] = []
  const learner = { ...DEFAULT_LEARNER_SETTINGS, kindsOff }
  const onChange = (part: Partial<LearnerSettings>) => changes.push(part)
  return { view: await mountWith(KindsSection, { learner, onChange }, language), changes }
}
const names = [...KINDS.map(({ kind }) => kind), ...FORMS.map(({ form }) => form)]

describe('the kinds of card', () => {
  it.each(['en', 'zh'] as const)('have each a switch and a sentence, in %s', async (language) => {
    const { view } = await drawn([], language)
    for (const name of names) {
      expect(view.get(`[data-testid=kind-${name}]`).attributes('role')).toBe('switch')
      expect(view.get(`#kind-${name}`).text().length).toBeGreaterThan(12)
    }
  })

  it('are switched off and on again, those of a newer version left as they are', async () => {
    const { view, changes } = await drawn(['sing', 'choice'])
    await view.get('[data-testid=kind-listen]').setValue(false)
    await view.get('[data-testid=kind-choice]').setValue(true)
    expect(changes).toEqual([{ kindsOff: ['sing', 'choice', 'listen'] }, { kindsOff: ['sing'] }])
  })

  it('cannot all be switched off', async () => {
    const { view } = await drawn(['cloze', 'produce', 'type', 'listen'])
    expect(view.get('[data-testid=kind-read]').attributes('disabled')).toBeDefined()
    expect(view.get('[data-testid=kind-cloze]').attributes('disabled')).toBeUndefined()
  })

  it('are all on where nothing was said, or nothing that can be read', () => {
    expect(readLearnerSettings({}).kindsOff).toEqual([])
    expect(readLearnerSettings({ kindsOff: 'listen' }).kindsOff).toEqual([])
    expect(readLearnerSettings({ kindsOff: ['listen', 'sing'] }).kindsOff).toEqual([
      'listen',
      'sing',
    ])
  })
})
