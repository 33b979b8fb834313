import { describe, expect, it } from 'vitest'
import { waitAfter } from '../../src/sync/backOff.ts'
import { databaseAddress, flawOfAddress, linkTo, placeIn } from '../../src/sync/place.ts'

const https = { protocol: 'https:', isSecure: true }
const local = { protocol: 'http:', isSecure: true }
const plain = { protocol: 'http:', isSecure: false }

describe('an address', () => {
  it.each([
    ['https://couch.example', https, null],
    ['couch.example/words', https, null],
    ['  https://couch.example:6984/a/b  ', https, null],
    ['http://couch.example', https, 'notHttps'],
    ['http://192.168.1.7:5984', https, 'notHttps'],
    ['http://localhost:5984', https, null],
    ['http://127.0.0.1:5984/words', https, null],
    ['http://127.0.0.1.evil.example', https, 'notHttps'],
    ['http://192.168.1.7:5984', local, null],
    ['https://couch.example', plain, 'noEncryption'],
    ['ftp://couch.example', https, 'noAddress'],
    ['https://', https, 'noAddress'],
    ['two words', https, 'noAddress'],
    ['javascript:alert(1)', https, 'noAddress'],
  ] as const)('%s from %o: %s', (text, app, flaw) => {
    expect(flawOfAddress(text, app)).toBe(flaw)
  })

  it.each([
    ['https://couch.example', 'mei', 'https://couch.example/userdb-6d6569'],
    ['couch.example/', '梅', 'https://couch.example/userdb-e6a285'],
    ['https://couch.example/words/', 'mei', 'https://couch.example/words'],
    ['https://a:b@couch.example/words?x#y', 'mei', 'https://couch.example/words'],
    ['nothing at all', 'mei', ''],
  ])('%s for %s is %s', (text, name, address) => {
    expect(databaseAddress(text, name)).toBe(address)
  })
})

describe('a link', () => {
  const place = {
    address: 'https://couch.example/words',
    name: '梅',
    password: 'p#?&/+=',
    passphrase: '一碗 noodles 🍜',
  }
  const link = linkTo('https://app.example/duizhao/sync', place)

  it('holds everything behind the #, and gives it back', () => {
    expect(link).toMatch(/^https:\/\/app\.example\/duizhao\/sync#[\w-]+$/)
    expect(placeIn(link)).toEqual(place)
    expect(placeIn(link.slice(link.indexOf('#')))).toEqual(place)
  })

  it.each([
    '',
    '#',
    '#x',
    link.slice(0, -9),
    `#${btoa('["a"]')}`,
    `#${btoa('["",1,2,3]')}`,
    `#${btoa('["nope no","","",""]')}`,
  ])('that is none says so: %s', (text) => {
    expect(placeIn(text)).toBeNull()
  })
})

describe('after a refusal', () => {
  it.each([
    ['unreachable', 1, 0, 2_500],
    ['unreachable', 1, 1, 5_000],
    ['trouble', 4, 1, 40_000],
    ['unreachable', 50, 1, 900_000],
    ['lockedOut', 1, 0, 300_000],
    ['unauthorised', 1, 0, null],
    ['erased', 1, 0, null],
    ['otherKey', 3, 0.5, null],
  ])('%s for the %ith time, chance %d: %s ms', (code, failures, random, wait) => {
    expect(waitAfter(code, failures, random)).toBe(wait)
  })
})
