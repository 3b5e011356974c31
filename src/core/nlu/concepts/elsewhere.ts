/** Neighbouring subjects, which are not ours. */
export const ELSEWHERE = {
  game: 'minecraft roblox steam. valorant fivem teamspeak minetest palworld terraria game. games realm xbox playstation discord mc服 我的世界 麦块 麦快 游戏 传奇 原神 王者 マイクラ ゲーム 마크 마인크래프트 게임 игра игры игре майнкрафт spiel juego jeu. jeux jogo',
  print: 'print scann 打印 印表 扫描 プリンタ 印刷 프린터 인쇄 drucker drucken imprim impres принтер печат',
  network:
    'vpn proxy router modem wifi wi-fi wlan nas. ssh. ftp. sftp smb. dhcp dns. rdp. remote_desktop bluetooth 路由 光猫 代理 远程桌面 宽带 无线 翻墙 梯子 ルーター 공유기 와이파이 роутер livebox fritz',
  develop:
    'mysql postgres mongo redis sql database nginx apache tomcat docker kubernetes k8s git. github gitlab npm. pip. php. wordpress ldap active_directory api. vps 数据库 虚拟机 云服务器 代码 データベース 데이터베이스 datenbank base_de_don base_de_dat banco_de_dados база_данных базу_данных',
  calendar:
    'calendar contacts. address_book appointment remind schedul 日历 行事历 联系人 通讯录 日程 会议 カレンダー 予定 連絡先 캘린더 일정 연락처 kalender termin kontakt agenda calendrier contactos calendario contatos календар контакт',
  feature:
    'signature font dark_mode theme emoji template mail_merge newsletter unsubscribe recall unsend undo_send auto-reply autoreply out_of_office vacation forwarding filter rule. rules. block_a block_this block_the_sender translate read_receipt spellcheck extension add-on addon plugin 签名 字体 深色 模板 撤回 召回 收回 定时 自动回复 休假 转发 过滤 规则 拉黑 翻译 头像 退订 插件 排版 署名 振り分け 転送 フォント 不在 서명 필터 전달 자동응답 글꼴 signatur weiterleit abwesenheit schrift filtre police absence firma. plantilla reenv vacaciones assinatura encaminh подпис фильтр автоответ пересыл шрифт',
  parcel:
    'parcel package postcode zip_code post_office delivery shipping shipped courier stamp. 快递 物流 收货 邮编 邮政 包裹 邮局 邮票 驿站 郵便 宅配 荷物 우편 택배 paket briefmark postleit colis. paquete encomenda посылк почтовый_индекс',
  service:
    'netflix spotify facebook instagram tiktok whatsapp telegram twitter amazon paypal bank. apple_id bitcoin wallet zoom teams. slack 微信 支付宝 淘宝 京东 抖音 银行 社保 医保 公积金 会员 音乐 网盘 钉钉 腾讯会议 ライン line. 銀行 카카오 은행 банк сбер bizum banco',
  writing:
    'write_me write_a write_an draft compose 帮我写 写一封 润色 作文 文案 書いて 써_줘 써줘 schreib écris rédig escrib escreva напиши',
  register:
    'sign_up signup create_an create_a create_new new_email_address new_account register 注册 申请 注销 登録 作成 解約 退会 가입 탈퇴 만들 registrier kündig créer résili crear cuenta_nueva criar cancelar зарегистр создать завести',
  fee: 'free. price cost subscri buy. buying 收费 多少钱 价格 料金 가격 kosten prix precio preço цена стоит',
};
