/**
 * Words and characters of which the dictionary has several readings, with the one that is nearly always meant in modern
 * prose. Written by hand; each must be one of the dictionary's own (a test sees to that).
 */
const USUAL = `
东西 dong1 xi5|地方 di4 fang5|告诉 gao4 su5|妻子 qi1 zi5|结果 jie2 guo3|重点 zhong4 dian3|教授 jiao4 shou4
教学 jiao4 xue2|明朝 ming2 chao2|多少 duo1 shao5|大夫 dai4 fu5|便宜 pian2 yi5|所长 suo3 zhang3|尽量 jin3 liang4
买卖 mai3 mai5|媳妇 xi2 fu5|媳妇儿 xi2 fu5 r5|生意 sheng1 yi5|本事 ben3 shi5|教会 jiao4 hui4|大爷 da4 ye5
同行 tong2 hang2|看好 kan4 hao3|大方 da4 fang5|结实 jie1 shi5|照应 zhao4 ying5|出息 chu1 xi5|标识 biao1 zhi4
上头 shang4 tou5|裁缝 cai2 feng5|摆设 bai3 she5|片子 pian4 zi5|脊梁 ji3 liang5|盛装 sheng4 zhuang1|不了 bu4 liao3
差事 chai1 shi5|分量 fen4 liang5|单子 dan1 zi5|卷子 juan4 zi5|管子 guan3 zi5|小子 xiao3 zi5|孙子 sun1 zi5
失调 shi1 tiao2|下调 xia4 tiao2|调配 tiao2 pei4|散落 san4 luo4|疏散 shu1 san4|空地 kong4 di4|憎恶 zeng1 wu4
落空 luo4 kong1|禁用 jin4 yong4|花儿 hua1 r5|猴儿 hou2 r5|口角 kou3 jiao3|饮水 yin3 shui3|民乐 min2 yue4
好处 hao3 chu5|当天 dang4 tian1|较差 jiao4 cha4|恶心 e3 xin1|迫降 po4 jiang4|行头 xing2 tou5|总长 zong3 chang2
庄子 zhuang1 zi3|用钱 yong4 qian2|差使 chai1 shi5|行会 hang2 hui4|重名 chong2 ming2|车行 che1 hang2|何为 he2 wei2
澄清 cheng2 qing1|矫情 jiao2 qing5|倒车 dao4 che1|前传 qian2 zhuan4|外传 wai4 chuan2|转动 zhuan4 dong4
正当 zheng4 dang4|中意 zhong4 yi4|上色 shang4 se4|好玩 hao3 wan2|好吃 hao3 chi1|好事 hao3 shi4|好学 hao4 xue2
电杆 dian4 gan1|电线杆 dian4 xian4 gan1|长毛 chang2 mao2|长牙 zhang3 ya2|转车 zhuan3 che1|得了 de2 le5|中招 zhong4 zhao1
啊 a5|呀 ya5|么 me5|麽 me5|於 yu2|徵 zheng1|圣 sheng4|藉 jie4|蹲 dun1|嘛 ma5|个 ge4|怂 song3|呱 gua1|辗 zhan3
喏 nuo4|呷 xia1|裳 chang2|嘀 di1|螫 shi4|曝 bao4|吭 keng1|潦 liao2|蛸 xiao1|诶 ei4|姆 mu3|棱 leng2|畬 she1|喽 lou5|哪 na3|那 na4|这 zhe4
薄 bao2|剥 bo1|削 xiao1|露 lu4|血 xue4|壳 ke2|尾 wei3|勒 le4|咖 ka1|咔 ka1|铅 qian1|伽 jia1
`

const usual = new Map(
  USUAL.trim()
    .split(/[|\n]/)
    .map((row) => {
      const space = row.indexOf(' ')
      return [row.slice(0, space), row.slice(space + 1)]
    }),
)

/** The reading that is nearly always meant, as numbered syllables; undefined where nothing is laid down. */
export function usualReading(word: string): string | undefined {
  return usual.get(word)
}
