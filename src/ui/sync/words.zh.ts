import type en from './words.en.ts'

const zh: typeof en = {
  sync: {
    title: '同步',
    about:
      '有了你自己的或学校的 CouchDB 服务器，文章、卡片和复习记录在你的所有设备上都一样。同步可有可无，也从不让你等：没有网络时，对照照常使用。',
    sealed: '所有内容在离开这台设备之前都已加密。服务器只看得到大小和时间，看不到你学了什么。',
    outdated:
      '另一台设备上的对照版本更新，它发来的部分内容只有新版本才能读取。这些内容已保留，请更新这台设备上的对照。',
    back: '回到设置',
    form: {
      title: '开启同步',
      address: '服务器或数据库的地址',
      addressNote: '只填服务器地址时，对照会使用 CouchDB 为每个用户建立的数据库。',
      name: '用户名',
      password: '密码',
      passphrase: '加密口令',
      passphraseNote:
        '服务器上的副本用它加密。忘了没有人能告诉你；你的设备都记得，“添加另一台设备”会把它带过去。',
      show: '显示密码和口令',
      device: '这台设备的名称',
      connect: '开启',
      connecting: '正在连接……',
      flaws: {
        noAddress: '这不是一个地址。地址像这样：https://sync.example.org',
        notHttps:
          '这个地址以 http:// 开头，而以 https:// 打开的应用不能访问它。服务器需要支持 https。',
        noEncryption:
          '这个页面不是通过 https 打开的，浏览器不允许它加密。请先用 https:// 打开对照。',
      },
    },
    invited: {
      title: '加入你的其他设备',
      note: '{server} 上的全部内容会来到这台设备。这里已有的内容会保留，并传到其他设备。',
      join: '加入',
      bad: '这个链接不完整。请在另一台设备上再次显示，然后扫描或完整复制。',
      already: '这里已经开启同步，使用的是 {server}。要加入另一个，请先退出这一个。',
    },
    standing: {
      title: '当前状态',
      with: '服务器 {server}，用户 {name}',
      never: '还没有同步过',
      done: '上次同步：{date}',
      nothing: '没有待发送的内容',
      waits: '{n} 处改动待发送',
      everything: '全部内容待发送',
      now: '立即同步',
      pull: '正在接收新内容',
      push: '正在发送这里的新内容',
      start: '开始学习',
    },
    trouble: {
      unreachable:
        '连不上服务器。可能没有网络，也可能服务器不允许这个应用访问（CORS）。对照稍后会自动重试。',
      unauthorised: '服务器不认识这个用户名和密码。',
      lockedOut: '密码输错太多次，服务器把这个用户锁定了几分钟。对照会等一等，然后自动重试。',
      notThere: '服务器上没有这个数据库。请检查地址和用户名。',
      tooLarge:
        '有一篇文章太大，服务器不接收。请调高服务器（max_document_size）或前面的代理的上限。',
      full: '服务器没有空间了。所有内容在这台设备上都安全。',
      trouble: '服务器自身出了问题。对照稍后会自动重试。',
      erased:
        '服务器上的副本已从另一台设备上删除。这里的内容都还在。如果想要新的副本，请先退出，再重新开启同步。',
      otherKey: '加密口令不对，打不开服务器上的副本。',
      cursorRefused: '服务器的回答无法理解。对照会再试。',
      deviceFull: '这台设备没有空间接收其他设备的内容。什么都没有丢：请腾出空间后再同步。',
      broken: '出了不该出的问题。什么都没有丢，请再试一次。',
    },
    mend: {
      password: '新密码',
      passphrase: '现在的加密口令',
      again: '再试一次',
    },
    devices: {
      title: '你的设备',
      this: '这台设备',
      seen: '上次发送：{date}',
      unseen: '还没有发送过内容',
      ahead: '“{name}”的时钟快了一天以上。请把它调准，否则它的改动会被当成更新的。',
    },
    add: {
      title: '添加另一台设备',
      show: '显示二维码',
      hide: '隐藏二维码',
      note: '用另一台设备的相机扫描，或在那里打开链接。其中含有你的密码和加密口令，不要给别人看。',
      code: '供另一台设备使用的链接的二维码',
      copy: '复制链接',
      copied: '已复制',
      unavailable: '没有网络，画不出二维码。链接同样可用。',
    },
    end: {
      title: '停止',
      leave: '退出',
      leaveNote: '这台设备不再同步。这里、服务器上和其他设备上的内容都会保留。',
      erase: '删除服务器上的副本……',
      eraseNote:
        '服务器上的文章、卡片和复习记录会被删除。这台设备上的内容保留，其他设备也保留各自的内容，但不再同步。丢失的设备没来得及发送的内容将找不回来。',
      eraseSure: '确定删除',
      eraseLast: '真的要删除吗？此操作无法撤销。',
      eraseNow: '立即删除',
      keep: '保留',
    },
    names: { phone: '手机', computer: '电脑' },
  },
}
export default zh
