// @vitest-environment happy-dom
import { flushPromises } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { flawOfAddress } from '../../../src/sync/place.ts'
import SyncEnd from '../../../src/ui/sync/SyncEnd.vue'
import SyncForm from '../../../src/ui/sync/SyncForm.vue'
import SyncPassphrase from '../../../src/ui/sync/SyncPassphrase.vue'
import SyncStanding from '../../../src/ui/sync/SyncStanding.vue'
import SyncTroubleNote from '../../../src/ui/sync/SyncTroubleNote.vue'
import { mountWith } from '../mountWith.ts'

describe('erasing the copy on the server', () => {
  it('is asked twice, and can be left at either question', async () => {
    const end = await mountWith(SyncEnd, { busy: false })
    await end.get('[data-testid=sync-erase]').trigger('click')
    expect(end.text()).toContain('What a lost device had not shared is lost.')
    await end.get('[data-testid=sync-erase-sure]').trigger('click')
    expect(end.emitted('erase')).toBeUndefined()
    await end.get('.notice button').trigger('click')
    expect(end.find('[data-testid=sync-erase-sure]').exists()).toBe(false)
    for (const id of ['sync-erase', 'sync-erase-sure', 'sync-erase-sure'])
      await end.get(`[data-testid=${id}]`).trigger('click')
    expect(end.emitted('erase')).toHaveLength(1)
  })
})

describe('the form', () => {
  const form = (language: 'en' | 'zh' = 'en') =>
    mountWith(
      SyncForm,
      {
        flawOf: flawOfAddress,
        app: { protocol: 'https:', isSecure: true },
        busy: false,
        device: 'Phone',
      },
      language,
    )

  it('says what cannot work before it is tried', async () => {
    const asked = await form()
    await asked.get('[data-testid=sync-address]').setValue('http://192.168.1.7:5984')
    expect(asked.text()).toContain('The server needs https.')
    await asked.get('form').trigger('submit')
    expect(asked.emitted('connect')).toBeUndefined()
    const inChinese = await form('zh')
    await inChinese.get('[data-testid=sync-address]').setValue('no address')
    expect(inChinese.text()).toContain('这不是一个地址')
  })

  it('connects with what was entered, under the name of the device', async () => {
    const asked = await form()
    const entered = {
      address: 'https://couch.example',
      name: 'mei',
      password: 'soup',
      passphrase: 'noodles',
    }
    for (const [name, value] of Object.entries(entered))
      await asked.get(`[data-testid=sync-${name}]`).setValue(value)
    await asked.get('form').trigger('submit')
    expect(asked.emitted('connect')).toEqual([[entered, 'Phone']])
  })
})

describe('how it stands', () => {
  it.each([
    [{ changes: 12, everything: false }, 'Not synced yet · 12 changes wait'],
    [{ changes: 1, everything: false }, 'Not synced yet · 1 change waits'],
    [{ changes: 0, everything: false }, 'Not synced yet · nothing waits'],
    [{ changes: 3, everything: true }, 'Not synced yet · everything waits to be sent'],
  ])('with %o is one line', async (waiting, line) => {
    const props = {
      server: 'couch.example',
      name: 'mei',
      doneAt: 0,
      progress: null,
      busy: false,
      stopped: false,
    }
    const standing = await mountWith(SyncStanding, { ...props, waiting })
    expect(standing.get('[data-testid=sync-line]').text()).toBe(line)
  })
})

describe('what went wrong', () => {
  it('asks for a password where only that helps, and only when sync is on', async () => {
    const note = await mountWith(SyncTroubleNote, {
      trouble: 'unauthorised',
      mendable: true,
      busy: false,
    })
    await note.get('input').setValue('rice')
    await note.get('form').trigger('submit')
    expect(note.emitted('mend')).toEqual([[{ password: 'rice' }]])
    const other = await mountWith(SyncTroubleNote, {
      trouble: 'unauthorised',
      mendable: false,
      busy: false,
    })
    expect(other.find('input').exists()).toBe(false)
    const away = await mountWith(SyncTroubleNote, {
      trouble: 'unreachable',
      mendable: true,
      busy: false,
    })
    expect(away.text()).toContain('try again by itself')
    expect(away.find('input').exists()).toBe(false)
  })
})

describe('a round under way', () => {
  it('can be stopped, and says so politely', async () => {
    const waiting = { changes: 1, everything: false }
    const props = { server: 'couch.example', name: 'mei', doneAt: 0, progress: null, waiting }
    const standing = await mountWith(SyncStanding, { ...props, busy: true, stopped: false })
    await standing.get('[data-testid=sync-stop]').trigger('click')
    expect([standing.emitted('stop'), standing.emitted('sync')]).toEqual([[[]], undefined])
    const after = await mountWith(SyncStanding, { ...props, busy: false, stopped: true })
    expect(after.get('[role=status]').text()).toContain('Nothing is lost')
    await after.get('[data-testid=sync-now]').trigger('click')
    expect(after.emitted('sync')).toHaveLength(1)
  })
})

it('a round that begins by itself never puts “Stop” where “Sync now” was', async () => {
  const waiting = { changes: 1, everything: false }
  const props = { server: 'couch.example', name: 'mei', doneAt: 0, progress: null, waiting }
  for (const busy of [false, true]) {
    const standing = await mountWith(SyncStanding, { ...props, busy, stopped: false })
    expect(standing.findAll('button')[0]!.text()).toBe('Sync now')
    await standing.findAll('button')[0]!.trigger('click')
    expect([standing.emitted('sync'), standing.emitted('stop')]).toEqual([[[]], undefined])
  }
})

describe('the passphrase', () => {
  it('is shown only when asked for, and changed without the old one', async () => {
    const wanted: string[] = []
    const change = async (to: string) => wanted.push(to) > 0
    const props = { passphrase: 'a bowl of noodles', old: false, busy: false, change }
    const card = await mountWith(SyncPassphrase, props)
    expect(card.text()).not.toContain('noodles')
    await card.get('button[aria-pressed]').trigger('click')
    expect(card.get('[data-testid=sync-passphrase-shown]').text()).toBe('a bowl of noodles')
    await card.get('[data-testid=sync-new-passphrase]').setValue('rice')
    await card.get('form').trigger('submit')
    await flushPromises()
    expect(wanted).toEqual(['rice'])
    expect(card.get('[role=status]').text()).toBe('The passphrase is changed.')
    const old = await mountWith(SyncPassphrase, { ...props, old: true })
    expect(old.find('button[aria-pressed]').exists()).toBe(false)
  })

  it('that was changed elsewhere is asked for, and what helps where nobody remembers it is said', async () => {
    const note = await mountWith(SyncTroubleNote, {
      trouble: 'passphraseOld',
      mendable: true,
      busy: false,
    })
    await note.get('input').setValue('rice')
    await note.get('form').trigger('submit')
    expect(note.emitted('mend')).toEqual([[{ passphrase: 'rice' }]])
    const other = await mountWith(SyncTroubleNote, {
      trouble: 'otherKey',
      mendable: false,
      busy: false,
    })
    expect(other.text()).toContain('a device that already syncs shows it')
  })
})
