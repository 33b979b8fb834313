/** A list in which an entry with a capital stands for itself only, and one without for every spelling. */
class Abbreviations {
  readonly #entries: ReadonlySet<string>

  constructor(list: string) {
    this.#entries = new Set(list.trim().split(/\s+/))
  }

  has(word: string): boolean {
    return this.#entries.has(word) || this.#entries.has(word.toLowerCase())
  }
}

/** Without the last stop. A name or another word always follows: these never end a sentence. */
export const ADDRESS = new Abbreviations(`
  mr mrs ms mx dr prof messrs mme mlle Rev Fr Hon Pres Gov Sen Rep Amb Atty Supt Insp St Mt Ft Ste
  Gen Col Lt Sgt Capt Cpl Cmdr Maj Adm Brig Pvt Det Msgr Sr Sra
  vs v e.g i.e cf viz approx
`)

/** A figure follows: No. 5, Fig. 2, Vol. III, Feb. 3. Without one they may end a sentence. */
export const NUMBERED = new Abbreviations(`
  no nos vol vols p pp Fig Figs Ch Chap Sec Art Para Eq Ref Ed Op
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
`)

/** A figure, and nothing else, follows: c. 1850, tab. 2, ext. 12. */
export const BEFORE_FIGURE = new Abbreviations(`
  c ca r fl b d fig figs tab sec secs art arts ch chap chaps cl para paras eq eqs ed vol vols ref bk pt app
  max min ext approx est op tel no nos p pp l ll v vv n nn
`)

/** Books of the Bible, before chapter and verse: 1 Cor. 13:4. */
export const BIBLE = new Abbreviations(`
  Gen Ex Exod Lev Num Deut Josh Judg Sam Kgs Chr Chron Neh Esth Ps Pss Prov Eccl Isa Jer Lam Ezek Dan Hos Mic Zech
  Mal Matt Mk Lk Jn Rom Cor Gal Eph Phil Col Thess Tim Tit Philem Heb Jas Pet Rev
`)

/** May end a sentence, but only before a word that starts one. */
export const ENDING = new Abbreviations(`
  Jr Sr inc ltd Co corp bros llc plc etc esq Dept Univ Assn Ave Blvd Rd Hwy Est al
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun
  ph.d m.d b.a m.a b.s m.s d.d.s a.m p.m u.s u.k u.n e.u d.c u.s.a u.s.s.r a.d b.c b.c.e c.e n.y l.a
`)

/** Words that start sentences and hardly ever follow an abbreviation inside one. */
export const STARTERS =
  /^["“'‘([—–-]*(?:The|A|An|He|She|It|They|We|I|You|His|Her|Its|Their|Our|My|Your|In|On|At|By|For|From|With|After|Before|During|But|And|Or|So|Yet|If|When|While|As|Although|Though|Because|Since|However|Then|There|Here|This|That|These|Those|What|Who|Where|Why|How|No|Not|Now|Some|Many|Most|Both|All|One|Another|Once|Until|Meanwhile|Earlier|Later|Also|Even|Only)\b/
