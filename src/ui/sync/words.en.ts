/** The words of sync, in English; `words.zh.ts` has the same keys. */
const en = {
  sync: {
    title: 'Sync',
    about:
      'With a CouchDB server of your own, or your school’s, your texts, cards and reviews are the same on all your devices. It is optional, and nothing ever waits for it: Duizhao works without a network as before.',
    sealed:
      'Everything is encrypted on this device before it leaves. The server sees sizes and times, never what you learn.',
    outdated:
      'Another device runs a newer version of Duizhao, and some of what it sent can only be read by that. It is kept: update Duizhao on this device.',
    back: 'Back to the settings',
    form: {
      title: 'Turn sync on',
      address: 'Address of the server or database',
      addressNote: 'Of a server alone, Duizhao takes the database CouchDB makes for each user.',
      name: 'User name',
      password: 'Password',
      passphrase: 'Passphrase',
      passphraseNote:
        'It encrypts the copy on the server. Nobody can tell you what it was: your devices know it, and “Add another device” passes it on.',
      show: 'Show password and passphrase',
      device: 'What this device is called',
      connect: 'Turn on',
      connecting: 'Connecting …',
      flaws: {
        noAddress: 'This is not an address. It looks like https://sync.example.org',
        notHttps:
          'This address begins with http://, and an app that came by https:// may not open it. The server needs https.',
        noEncryption:
          'This page was opened without https, so the browser does not let it encrypt. Open Duizhao by https:// first.',
      },
    },
    invited: {
      title: 'Join your other devices',
      note: 'This device will have everything that is on {server}. What is here already stays, and comes to the other devices.',
      join: 'Join',
      bad: 'This link is not complete. Show it again on the other device, and scan or copy all of it.',
      already: 'Sync is on here already, with {server}. To join another one, leave this one first.',
    },
    standing: {
      title: 'How it stands',
      with: 'With {server}, as {name}',
      never: 'Not synced yet',
      done: 'Last synced {date}',
      nothing: 'nothing waits',
      waits: 'no changes wait | {n} change waits | {n} changes wait',
      everything: 'everything waits to be sent',
      now: 'Sync now',
      stop: 'Stop',
      stopped: 'Stopped. Nothing is lost: the next sync goes on from here.',
      pull: 'Taking in what is new',
      push: 'Sending what is new here',
      start: 'Start learning',
    },
    trouble: {
      unreachable:
        'The server cannot be reached. There may be no network, or the server does not allow requests from this app (CORS). Duizhao will try again by itself.',
      unauthorised: 'The server does not know this name and password.',
      lockedOut:
        'After too many wrong passwords the server has locked this name for some minutes. Duizhao waits, and tries again by itself.',
      notThere: 'The server has no such database. Check the address and the user name.',
      tooLarge:
        'The server refuses one of your texts because it is too large. Raise its limit (max_document_size, or that of the proxy before it).',
      full: 'The server has no room left. Everything is safe on this device.',
      trouble: 'The server has a problem of its own. Duizhao will try again by itself.',
      erased:
        'The copy on the server was erased from another device. Everything is still here. Leave, and turn sync on again if you want a new copy.',
      otherKey: 'The passphrase is not the one this copy was encrypted with.',
      passphraseOld:
        'The passphrase was changed on another device. Everything is still synced; to add a device from here, enter the new one.',
      cursorRefused: 'The server gave an answer that makes no sense. Duizhao will try again.',
      lost: 'The server has lost something it had. Duizhao will send it again by itself.',
      deviceFull:
        'This device has no room for what comes from the others. Nothing is lost, and what is new here is sent all the same. Make room: sync goes on by itself.',
      broken: 'Something went wrong that should not have. Nothing is lost. Try again.',
    },
    mend: {
      password: 'New password',
      passphrase: 'New passphrase',
      again: 'Try again',
      lost: 'If nobody knows it any more: leave, have the database on the server deleted, and turn sync on again. Everything is still on this device.',
      lostElsewhere:
        'If you have forgotten it: a device that already syncs shows it under “Passphrase”, and can set a new one there.',
    },
    devices: {
      title: 'Your devices',
      this: 'this device',
      seen: 'last sent something {date}',
      unseen: 'has sent nothing yet',
      ahead:
        'The clock of “{name}” is more than a day ahead. Set it right, or its changes will count as newer than they are.',
    },
    add: {
      title: 'Add another device',
      show: 'Show the code',
      hide: 'Hide the code',
      note: 'Scan this with the camera of the other device, or open the link there. It holds your password and passphrase: show it to nobody else.',
      code: 'QR code of the link for another device',
      link: 'Link for the other device',
      copy: 'Copy the link',
      copied: 'Copied',
      unavailable: 'The code could not be drawn without a network. The link works as well.',
    },
    passphrase: {
      title: 'Passphrase',
      show: 'Show it',
      hide: 'Hide it',
      new: 'New passphrase',
      note: 'The old one is not needed, and nothing is sent again. Your other devices go on syncing; each asks for the new one before it can add a device. Whoever knows the old one and kept a copy of the server can still open that copy.',
      change: 'Change the passphrase',
      done: 'The passphrase is changed.',
    },
    end: {
      title: 'Stop syncing',
      leave: 'Leave',
      leaveNote:
        'This device no longer syncs. Everything stays here, on the server and on your other devices.',
      erase: 'Erase the copy on the server …',
      eraseNote:
        'The copy on the server goes: texts, cards and reviews. What is on this device stays, and your other devices keep theirs, but they no longer sync. What a lost device had not shared is lost.',
      eraseSure: 'Yes, erase it',
      eraseLast: 'Really erase? This cannot be taken back.',
      eraseNow: 'Erase now',
      keep: 'Keep it',
    },
    names: { phone: 'Phone', computer: 'Computer' },
  },
}
export default en
