/** Words with a hanzi of negation that negate nothing: 不过, 差不多, 非常; questions that ask by it: 是不是, 不知道…吗. */
const NO_NEGATION =
  /不过|不仅|不但|不光|不只|不单|不断|不久|不少|不同|不错|不管|不论|不得不|不禁|不由得|不妨|不如|不愧|不料|差不多|对不起|了不起|受不了|忍不住|来不及|要不是|要不|不是吗|说不定|不一会儿|不一样|无论|无非|无数|无比|毫无疑问|非常|非得|并非不|莫名|无不|莫非|未来|未免|未必不|非\p{Script=Han}{1,6}不可|不\p{Script=Han}{1,3}不|(\p{Script=Han})不\1|没有?[^，。]{0,4}[吗呢][？?]|不[^，。]{0,4}[吗呢][？?]|好不容易|不见不散|不得了|不动产|不起眼|没关系|没事|没[过顶入收落]|[吞淹埋沉出湮覆隐]没|无忧无虑|无忧|否则|不可抗力|不是滋味|道了?别|告别|别墅|[分区特级性离送差个类辨派识]别|别人|别的|别针|别处|别具|别致|永别|久别|阔别|别称|别名|非洲|是非|无尽|无边|无限|不已|不安|不幸|不适|不满|不便|不良|不平|不足|不利|不朽|不解|不懈|无奈|无聊|无情|没错|不用说|不消说|没想到|不知不觉|不时|不倒翁|不到|不可思议|不约而同|不由|不丹|别克|无线|无误|不知道?是?谁|天衣无缝|说个?没完|不紧不慢|不由自主/gu
const NEGATION =
  /[不没無无未勿别]|莫(?=要|再|让|怕|急|不是)|并非|决非|绝非|(?<!除|是|韭|南|中|东|西|北)非(?=[法故常])|否/u
/** Meanings that turn a sentence in Chinese without such a hanzi. */
const TURNED_ZH =
  /拒绝|否认|避免|防止|以免|免[得费税票]|禁止|禁|严禁|停止|停[水电火]|忘|缺|失[去败业]|难|少|除|戒|反对|反而|哪|怎[么能]|何|岂|谁|只|才|除了|离开|误|错|空|死|丢|差|够不着|弱|轻|浅|拒|阻|拦|罢|退|逃|免/
const NEGATION_EN =
  /\b(?:not|no|never|none|nothing|nobody|nowhere|neither|nor|cannot|without)\b|n['’]t\b|\bno one\b/i
/** What says no in English without one of those. */
const TURNED_EN =
  /\b(?:hardly|scarcely|barely|rarely|seldom|few|little|fail\w*|refus\w*|lack\w*|avoid\w*|den(?:y|ied|ies)|unable|prevent\w*|forbid\w*|forbidden|prohibit\w*|ban(?:ned|s)?|stop\w*|miss(?:ed|ing|es)?|except|only|but|instead|rather|unless|until|free of|too|refrain\w*|ignor\w*|forg[eo]t\w*|against|far from|(?:keep|kept) (?:\w+ )?(?:from|out|away)|yet|less|least|short of|rid|otherwise|ceas\w*|neglect\w*|absent\w*|absence|empty|reject\w*|doubt\w*|impossible|gone|any|anything|anyone|even|remain\w*|withhold\w*|beyond|before|whether|if|wrong|odd|strange|poor|bad|difficult|hard|reluctan\w*|alone|silent|still|differen\w*|another|sooner|better not|instead of|outside|other than|nearly|almost|under|below|over|exceed\w*|despite|regardless|however|overdue|resist\w*|ended?|past)\b|\b(?:un|in|im|ir|il|dis|non|mis|under)[a-z]{4,}|\bnon-|\w+less\b|\?/i
/** “Not less than” and “for nothing” deny nothing, nor does “never tired of”. */
const NO_NEGATION_EN =
  /\b(?:no|not|never)\b(?:\s+\w+){0,4}?\s+(?:more|less|fewer|later|longer|sooner|exceed\w*)\b|\bfor nothing\b|\bnever tired\b|\bno (?:doubt|wonder|matter|sooner)\b|\bnot only\b|\bcannot but\b|\bcould(?:n['’]t| not) (?:help|wait)\b|\bnothing but\b|\bno one but\b|\bNo\.|\bwhy not\b|\bwhether or not\b|\bnot to mention\b|\bno problem\b|\b(?:is|are|was|were|do|does|did|has|have|can|could|would|will|should)n['’]t (?:it|he|she|they|we|you|I)\b/gi

/**
 * Whether one side says no where the other says yes. Only plain cases: what turns a sentence in another way on the other side
 * (refuse, hardly, unable) is taken for the same.
 */
export function turnsPolarity(zh: string, en: string): 'zh' | 'en' | null {
  const chinese = zh.replace(NO_NEGATION, '')
  const saysNo = {
    zh: NEGATION.test(chinese),
    en: NEGATION_EN.test(en.replace(NO_NEGATION_EN, ' ')),
  }
  if (saysNo.zh && !NEGATION_EN.test(en) && !TURNED_EN.test(en)) return 'zh'
  if (saysNo.en && !saysNo.zh && !TURNED_ZH.test(chinese) && !NEGATION.test(zh)) return 'en'
  return null
}
