/**
 * What every reader of Chinese knows about the commonest polyphones, as made-up occurrences in the form of
 * `readingWeights.json`, written by hand. The examples learnt from are spread evenly over all polyphones, so the ones that
 * every second sentence has would otherwise rest on twenty examples each.
 *
 * A row: reading, count, characters before, characters after, places (`a` alone). Shorter lists than the count are right:
 * nothing is said about the other occurrences.
 */
export const READING_HINTS: Readonly<Record<string, string>> = {
  地: 'de5 30   aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa|di4 10 这那此该本各块在两整 ,,上的里下面 aaaaaaaaaa',
  得:
    'de5 30 说跑走做干写变显觉长来吃打看听过玩 很不更太好快多像非 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa|' +
    'dei3 6 就还总都可我你他她们必只又,, 去要走上先把给赶 aaaaaa|de2 3  000了到分票 aaa',
  为:
    'wei2 12 化变分设列定称视改译选升降评誉命转任奉均约仅 000一最 aaaaaaaaaaaa|' +
    'wei4 14 ,,,是他我她们将会也并在要正都不是 和恢结保解实避促推我我你他她们人家国孙母孩什何这 aaaaaaaaaaaaaa',
  将: 'jiang1 40  ,,,,,,,,,, aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  长: 'chang2 16 很很很很最最更全太较多不那 00达的的的得,,,,,, aaaaaaaaaaaaaaaa|zhang3 6 警厅院局市团班船家酋会 得出满大成了着 aaaaaa',
  觉: 'jue2 6  得到察 aaaaaa|jiao4 4 好一个午懒 ,, aaaa',
  相: 'xiang1 12   aaaaaaaaaaaa',
  弄: 'nong4 12  得不清错坏懂丢完到出来 aaaaaaaaaaaa|long4 6 000000  aaaaaa',
  还: 'hai2 20   aaaaaaaaaaaaaaaaaaaa|huan2 4 归要未 给钱债书清款贷 aaaa',
  都: 'dou1 20   aaaaaaaaaaaaaaaaaaaa',
  只: 'zhi3 12  有能是要会好想不 aaaaaaaaaaaa|zhi1 10 00一两三四五六七八九十几这那每 手鸟猫狗眼羊鸡 aaaaaaaaaa',
  种: 'zhong4 4 去来会在爱 树菜花地田了下满 aaaa',
  行: 'hang2 4 00一两几每第 字诗 aaaa',
  好: 'hao3 12   aaaaaaaaaaaa',
  子: 'zi5 12 会阵下 ,,, aaaaaaaaaaaa',
  倒: 'dao4 10 这却,,,, 是是也不还像有聪想要 aaaaaaaaaa|dao3 8 跌摔推打病醉 了了了在下地闭塞 aaaaaaaa',
  干:
    'gan4 14 要在能我你他们会想去都怎 什吗么活了那这事得啥嘛完过 aaaaaaaaaaaaaa|' +
    'gan1 6 吹晒晾烘擦很太吸喝 ,,净涩燥巴的枯草 aaaaaa',
  教: 'jiao1 10 他她我你们会不 我你他她们书 aaaaaaaaaa',
  当: 'dang1 12   aaaaaaaaaaaa',
  给: 'gei3 20   aaaaaaaaaaaaaaaaaaaa',
  吧: 'ba5 20  ,,,,,,,,,, aaaaaaaaaaaaaaaaaaaa',
  看: 'kan4 20   aaaaaaaaaaaaaaaaaaaa',
  重: 'zhong4 8 很太更最 的 aaaaaaaa',
  少: 'shao3 12   aaaaaaaaaaaa',
  发: 'fa1 10   aaaaaaaaaa',
  应: 'ying1 8   aaaaaaaa',
  过: 'guo4 12   aaaaaaaaaaaa',
}
