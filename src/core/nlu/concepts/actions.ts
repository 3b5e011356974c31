/** What people want to do or to know. */
export const ACTIONS = {
  send: 'send sent. outgoing outbox go_out goes_out going_out reply. replies 发不 发送 发件 发信 发邮 发出 发得 发封 发给 发一 能发 可发 法发 寄 送信 送れ 送る 보내 보낸 발송 발신 전송 versend verschick senden sende ausgang postausgang gesendet envoy envoi sortant expéd envia envío envié enviá enviad saliente salida saída mandar mando. отправ исходящ шлёт уходит уходят не_уход',
  receive:
    'receiv reciev incoming inbox get_any get_my_mail get_my_email get_mail get_new get_email getting_mail getting_email getting_any arriv coming_in comes_in come_in come_through download 收不 收到 收得 收件 收信 收取 收邮 能收 法收 接收 收发 受信 届か 届き 届く 届い 受け取 받 수신 empf eingang posteingang ankomm kommen_an kommt_an recev recoi reçoi entrant recib llega entrada receb chega получ приход входящ',
  login:
    'log_in log_on login logon logged_in logging_in sign_in signin signed_in signing_in credential authenti auth. log_into sign_into 登录 登陆 登入 登不 认证 验证 ログイン サインイン 認証 로그인 인증 anmeld einlogg authentif identifi me_connecter se_connecter iniciar_sesi inicio_de_sesi inicia_sesi acceso fazer_login autentic логин войти вход. авториз учётн учетн',
  connect:
    'connect reach respond timed_out timed-out time_out timeout times_out unreachable unavailable down. offline 连接 连不 连线 连上 超时 没反应 无响应 接続 つなが 繋が タイムアウト 応答 연결 접속 응답 verbind verbund zeitüber erreich antwortet_nicht connex joindre délai répond conex alcanz responde tiempo tempo_esgot подключ соедин недоступ тайм отвечает',
  setup:
    'set_up setup setting_up set_it_up set_this_up install add. adding 添加 新建 新增 加个 加一个 加上 加到 加入 加进 加不 绑定 装 追加 セットアップ 추가 등록 연동 einricht hinzufüg einbind ajout añad agreg adicion colocar instal добав установ подключить',
  change:
    'chang switch edit. updat convert migrat move moving transfer replace 更改 修改 改成 改为 换成 换了 换到 迁移 转成 转移 搬 挪 変更 切り替 移行 移し 바꾸 변경 옮기 옮겨 änder wechsel umstell umzieh modifi transfér transfer cambi pasar mudar. trocar измен смен помен перене перейти',
  delete:
    'delet remov eras trash purge bin. 删 移除 清除 回收站 削除 ゴミ箱 삭제 지우 지웠 지운 휴지통 lösch papierkorb entfern supprim effac corbeille borr elimin papelera apag exclu lixeira удал стёр корзин',
  sync: 'sync unread duplicat both_devices reappear come_back comes_back twice 同步 已读 未读 重复 又出现 同期 未読 既読 重複 동기화 읽음 안_읽 중복 ungelesen doppelt non_lu doublon sincroniz no_leíd não_lid синхрон непрочит дубл',
  auto: 'auto autom wizard find_settings find_the_settings mx. who_hosts hosted 自动 向导 托管 哪家 自動 ウィザード 자동 assistent findet_die_einstell détect asistente descobr автоматич мастер автонастр',
  human:
    "human real_person person. agent operator representative technician somebody someone support_team support_staff call_me 人工 真人 客服 专员 活人 师傅 人間 担当 オペレーター 係 상담 담당 사람 직원 mensch mitarbeiter support. humain conseiller quelqu'un technicien persona. alguien humano asesor atendente atendimento alguém человек оператор сотрудник специалист живой живым живого",
  where: 'where which_menu 在哪 哪里 哪儿 哪边 藏 どこ 어디 wo. où. dónde donde. onde. где. куда',
  how: 'how step_by_step walk_me 怎么 如何 怎样 咋 教程 点样 どうや どうすれ やり方 方法 手順 教えて 어떻게 방법 wie. anleitung comment. cómo como. passo_a_passo как. пошагов',
  what: "what's whats what_is what_are what_does what_do what_exactly meaning mean. means. stand_for stands_for explain 是什么 是啥 什么意思 什么东西 什么玩意 啥意思 啥东西 咩 何です とは って何 何の 意味 뭐 무엇 무슨 뜻 was_ist was_sind was_bedeut was_heißt c'est_quoi qu'est signifi qué_es que_es qué_son qué_signif qué_quiere lo_que_es o_que_é o_que_e o_que_s что_такое что_значит что_за означает объясн",
  which:
    "which what_is_the what's_the whats_the what_are_the what_is_my what_are_my 哪个 哪一 哪种 哪些 填什么 填啥 写什么 写啥 是多少 多少 どれ どの いくつ 어떤 어느 welche quel cuál cual. qual. quais какой какая какие какое",
  why: 'why how_come the_point_of reason 为什么 为啥 为何 干嘛 凭什么 点解 何必 なぜ どうして なんで 理由 왜 이유 warum wieso weshalb wozu pourquoi por_que por_qué porque. por_quê para_que para_qué para_quê почему зачем',
  compare:
    'differen versus vs. better prefer recommend or. 区别 差别 不同 差在 哪个好 选哪 还是 違い どっち どちら 차이 좋아 좋은 아니면 unterschied besser oder. mieux différence ou. mejor melhor разниц отлич лучше или.',
  thanks: 'thank thx. cheers appreciate 谢 感恩 ありがと 感謝 감사 고마 danke merci gracias obrigad спасиб',
  hello:
    'hi. hello hey. good_morning good_evening 你好 您好 在吗 哈喽 嗨 こんにちは おはよう もしもし 안녕 hallo moin guten bonjour salut hola. buenas buenos olá. oi. bom_dia boa_tarde boa_noite привет здравс добр',
  bot: 'bot. bots. robot ai. chatgpt gpt 机器人 人工智能 ロボット ボット 봇 로봇 maschine бот. машина робот',
};
