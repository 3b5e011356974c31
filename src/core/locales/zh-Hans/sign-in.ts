import type { Texts } from '../index.ts';

/** When signing in fails: which password it is, what is known already, and what to do, in order. */
export const signIn: Texts['signIn'] = {
  cause: {
    special: '**{provider} 在邮件客户端里不认登录密码**，要填 **{name}**，这是专门给客户端用的另一个密码。',
    specialUsed: '**{provider} 要的就是 {name}，您用对了。** 还被拒绝，多半是输错了、已失效，或者没有开启客户端收发。',
    login: '**{provider} 在邮件客户端里就用平时的邮箱密码**，请逐项检查。',
    oauth2: '**{provider} 不接受直接填在邮件客户端里的密码**，要在弹出的浏览器窗口里登录，叫“OAuth2”或“新式验证”。',
    bridge:
      '**{provider} 只能通过它的 Bridge 程序接入邮件客户端。** Bridge 里会显示专用的用户名和密码，客户端里填的是这两个。',
    own: '**{program} 是 {provider} 自家的程序**，用平时的密码，在它自己的登录窗口里输入。',
    unknown: '**{provider}**在邮件客户端里用哪种密码，我没有核实过的资料；多半是平时的邮箱密码。',
  },
  seen: {
    webmail: {
      special: '网页能登正说明这一点：登录密码没错，只是客户端要另一个。',
      login: '网页能登，说明地址和密码都对。剩下的可能是：用户名、没开启客户端访问，或者客户端里存着旧密码。',
      oauth2: '网页能登，说明账号和密码都没问题。',
    },
    passwordRight: '您的密码可能确实没错，不过那是登录网页用的，邮件客户端要的是另一个。',
    webmailFails:
      '网页也登不上，就要先解决账号本身：请在登录页点“忘记密码”，看看有没有账号被锁定的提示。网页登上之前，客户端也登不上。',
    elsewhere: '别的设备上正常，说明账号没问题，只看这个客户端里保存的内容。',
    before: {
      special: '以前能用的话：改过登录密码或新开了两步验证，旧的就会失效，请重新生成一个。',
      login: '以前能用，说明有了变化：多半是密码改了，或者登录被拦截。请到网页邮箱看看有没有通知。',
      oauth2: '以前能用，是因为那时还接受密码，或者是原来的登录授权过期了。',
    },
  },
  steps: {
    webmailFirst: '先用浏览器登录网页邮箱，看看密码本身是否还能用。',
    webmail: '用同一个地址和密码登录 {provider} 网页版。登不上，就先在那里重置密码。',
    make: '到 {place} 生成 {short}。',
    makeNew: '到 {place} 重新生成一个 {short}：改过登录密码，旧的往往就失效了。请整段复制，不要带空格。',
    makeBridge: '在这台电脑上安装并打开 {provider} Bridge，登录后把里面的服务器、端口、用户名和密码抄到客户端。',
    enter: '在 {program} 里删掉已保存的密码，换成 {short}，收件和发件**都要**改。不要发到这里。',
    enterLogin: '在 {program} 里删掉已保存的密码，重新输入一次，收件和发件**都要**改。不要发到这里。',
    user: '用户名填完整的邮箱地址。',
    userLocal: '收件的用户名只填 @ 前面的部分，发件填完整地址。',
    oauth2: '在 {program} 里把收件和发件的验证方式都改成 **OAuth2**，再在弹出的窗口里登录。',
    own: '在 {program} 里选择重新登录（“需要密码”“修复账户”之类），密码只填在弹出的窗口里，不要发到这里。',
    ownUpdate: '更新 {program}，旧版本可能打不开 {provider} 的登录窗口。',
    tooOld: '如果 {program} 里没有 OAuth2，说明它对 {provider} 来说太旧了：请更新，或先用网页版或官方 App。',
  },
  program: '邮件客户端',
};
