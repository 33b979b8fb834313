import { describe, expect, it } from 'vitest'
import { lemmaEn, stemEn } from '../../../src/domain/text/lemmaEn.ts'

const pairs = (rows: string) =>
  rows
    .trim()
    .split(/\s+/)
    .map((row) => row.split(':'))

describe('lemmaEn', () => {
  it.each(
    pairs(`
    went:go ran:run written:write better:good worst:bad children:child women:woman lives:life left:leave
    was:be us:we theirs:they found:find lay:lie lying:lie laid:lay dying:die tied:tie could:can these:this
    parties:party days:day boxes:box watches:watch heroes:hero shoes:shoe glasses:glass buses:bus houses:house
    causes:cause crises:crisis news:news series:series bus:bus gas:gas crisis:crisis glass:glass always:always
    making:make running:run hoping:hope hopping:hop stopped:stop agreed:agree seeing:see needed:need need:need
    played:play tried:try created:create opened:open visited:visit offered:offer admitted:admit developed:develop
    handled:handle changed:change raised:raise passed:pass missed:miss added:add called:call controlled:control
    recalled:recall filled:fill travelled:travel included:include decided:decide combined:combine determined:determine
    explored:explore ignored:ignore required:require inspired:inspire secured:secure prepared:prepare declared:declare
    appeared:appear heard:hear feared:fear listened:listen considered:consider remembered:remember mentioned:mention
    happened:happen named:name screamed:scream assumed:assume becoming:become seemed:seem shaped:shape escaped:escape
    typed:type invited:invite excited:excite limited:limit executed:execute completed:complete promoted:promote
    shouted:shout wanted:want waited:wait tasted:taste lasted:last trading:trade loading:load exploded:explode
    joked:joke looked:look liked:like speaking:speak described:describe climbed:climb breathing:breathe
    organized:organize gazed:gaze forced:force danced:dance continued:continue argued:argue moved:move loved:love
    managed:manage charged:charge merged:merge judged:judge belonged:belong hanging:hang arranged:arrange
    focused:focus responded:respond released:release closed:close bigger:big largest:large happier:happy
    happiest:happy older:old thing:thing nothing:nothing king:king red:red hundred:hundred morning:morning
    used:use using:use water:water never:never priest:priest the:the a:a an:a`),
  )('takes %s to %s', (form, lemma) => {
    expect(lemmaEn(form ?? '')).toBe(lemma)
  })
})

describe('stemEn', () => {
  it.each([
    ['agree', 'agreed', 'agreement', 'agreeing'],
    ['happy', 'happily', 'happiness', 'happier'],
    ['develop', 'developing', 'development', 'developer'],
    ['use', 'used', 'using', 'uses'],
    ['negotiate', 'negotiation', 'negotiator'],
    ['quick', 'quickly', 'quicker'],
    ['immediate', 'immediately'],
    ['organize', 'organization', 'organizing'],
  ])('gives one stem to %s and its relatives', (...family) => {
    expect(new Set(family.map(stemEn)).size).toBe(1)
  })

  it.each([
    ['war', 'ware'],
    ['general', 'gene'],
    ['nation', 'native'],
    ['policy', 'police'],
    ['hope', 'hop'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(stemEn(one)).not.toBe(stemEn(other))
  })
})
