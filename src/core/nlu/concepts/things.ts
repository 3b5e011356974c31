/** What mail is made of, and where it is read. */
export const THINGS = {
  password:
    'passw pass_w passcode pwd. pw. pws. pin. pass. 密码 口令 パスワード 暗証 비밀번호 비번 암호 kennwort mot_de_passe mdp contraseñ clave. senha парол app_pass 授权码 授权密 专用码',
  username:
    "username user_name user_id userid 用户名 账户名 账号 帐号 ユーザー名 アカウント名 아이디 benutzername nom_d'utilisateur identifiant usuario usuário имя_пользователя логин",
  certificate:
    'certificat certs. cert. 证书 凭证 証明書 인증서 zertifikat сертификат server_identity 服务器身份 principal_name self-signed self_signed 自签 x509 pkix',
  encryption:
    'ssl tls encrypt 加密 明文 暗号化 암호화 verschlüssel chiffr cifra criptogr encript шифр starttls unencrypted',
  safe: 'safe secure security trust legit genuine 安全 可信 靠谱 信任 安心 信頼 안전 믿을 sicher vertrau sûr. sûre sécuris fiable confian segur confiá безопас довер надёжн надежн',
  server:
    'server host. hosts. hostname fqdn 服务器 主机 fwq サーバ ホスト名 서버 호스트 ~server serveur servidor сервер хост',
  address: 'address adress 地址 アドレス 주소 direcci endereç адрес',
  port: 'port. ports. 端口 连接埠 ポート 포트 puerto porta. порт',
  settings:
    'setting config param details info. 设置 设定 配置 参数 設定 설정 세팅 einstell konfig daten paramèt parametr réglag ajust datos. dados. настро параметр данные',
  folder: 'folder subfolder 文件夹 资料夹 目录 フォルダ 폴더 ordner dossier carpeta pasta. pastas. папк',
  attachment:
    'attach files. file. photo picture image mb. size. too_big too_large 附件 太大 照片 图片 添付 容量 첨부 anhang anhäng pièce adjunt anexo вложен файл',
  phone:
    'phone mobile cell. tablet ipad iphone 手机 平板 スマホ 携帯 タブレット 핸드폰 휴대폰 폰 handy smartphone téléphone tablette móvil movil celular телефон смартфон планшет',
  computer:
    'computer pc. pcs. laptop desktop notebook mac. macbook windows win7 win10 win11 电脑 笔记本 台式 パソコン 컴퓨터 노트북 rechner ordinateur ordi. ordenador compu ноут комп',
  webmail:
    'webmail web_mail website web_site browser online 网页 网站 浏览器 ブラウザ 웹 브라우저 webseite site. navegador página браузер сайт',
  company:
    'compan work. office. school universit colleague boss it_dep it_guy it_team admin corporate business 公司 单位 企业 学校 老板 同事 网管 大学 行政 会社 職場 上司 회사 학교 직장 대학 firma. arbeit büro schule entreprise boulot bureau société école empresa trabajo oficina trabalho escola компан работ офис начальник организац',
  domain: 'domain 域名 ドメイン 도메인 dominio domínio домен',
  old: 'old. older previous last_month last_year years history archive 以前的 之前的 旧 去年 历史 老邮件 天前 古い 過去 以前 옛 예전 이전 alte. alten. alter. ancien vieux antigu viejo antig стар прошл',
};
