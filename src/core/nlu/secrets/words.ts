/** "Password" in the languages that we understand, as people mistype it too, and as keys of configuration files have it. */
export const PASSWORD_WORD = [
  'pas+[\\s_-]?w(?:[o0]?r?[o0]?[dt]|d)s?|pas+o?w?r?[ow]r?d|psas+word|pas+(?:code|phrase)|(?<![a-z])(?:pass|pw|pwd|psw|psswd|pword)(?![a-z])|secret|credentials?',
  'passwort|kennwort|(?<![a-z])kennw\\.',
  'mots? de passe|(?<![a-z])mdp(?![a-z])|code secret',
  'contrase[ñn]a|(?<![a-z])clave(?![a-z])',
  'senha|palavra[- ]passe|parola',
  'парол[а-яё]{0,3}|(?<![а-яё])пасс(?:ворд)?(?![а-яё])',
  '密\\s?[码碼]|口令|パスワード|パスコード|暗証番号|(?<![ァ-ヶー])パス(?![ァ-ヶー])|비밀\\s?번호|비번|패스워드|암호',
].join('|');

/** What providers give to be typed in place of a password. */
export const CODE_WORD = [
  '授权[码密]码?|授權[碼密]碼?|(?:客户端|客戶端)(?:专用|專用|授权|授權)?密[码碼]|[专專]用密[码碼]|[独獨]立密[码碼]|[应應]用(?:程序|程式)?(?:专用|專用)?密[码碼]',
  'auth(?:ori[sz]ation)?[ _-]?code|app(?:lication)?[ _-]?(?:specific[ _-]?)?pas+wor[dt]',
  "mots? de passe d['’ ]?application|contrase[ñn]a de aplicaci[oó]n|senha de app(?:licativo)?|парол\\S{0,3} приложения|код\\S{0,2} авторизации|アプリ(?:用)?パスワード|認証コード|앱 비밀번호|인증 ?코드",
].join('|');
