/** What goes wrong, and how people say so. The notation is explained in `index.ts`. */
export const TROUBLES = {
  refused:
    'wrong. incorrect invalid reject denied refus not_accept not_be_accept unauthori fail not_recogni 错误 不对 不正确 拒绝 被拒 失败 不认 違い 違う 違って 間違 拒否 失敗 弾か 틀렸 틀리 오류 실패 잘못 거부 falsch abgelehnt fehlgeschlagen schlägt_fehl incorrect rechaz inválid invalid recus incorret rejeit неверн неправ отказ ошибк отклон не_принима не_подходит',
  missing:
    'missing gone. vanish disappear disapear lost. lose losing not_show not_there not_appear not_visible empty no_longer_there never_show ~t_show ~t_appear ~t_see 不见 没了 丢 消失 看不到 看不见 没有了 唔见 空的 不显示 清空 不出来 なくな 無くな 消え 見えな 表示され 사라 없어 안_보이 안보이 weg. verschwund leer. dispar perdu vides vide. desapar perdí perdi vací vazi sumiu sumiram sumido não_aparec nao_aparec no_aparec пропа исчез не_вид пуст',
  bounce:
    'bounc undeliver returned came_back comes_back mailer-daemon ndr. relay blacklist blocklist spf. dmarc dkim 退信 退回 弹回 被退 黑名单 代发 エラーメール 戻って 宛先不明 반송 차단 zurück unzustellbar rebot devuel devolv volta voltou verlor retour renvoyé вернул возвращ недостав',
  spam: 'spam junk 垃圾 迷惑メール 스팸 indésirable no_deseado lixo_eletr спам',
  stuck:
    'outbox stuck queue hang. hangs hanging spinning 发件箱 寄件匣 卡住 卡在 一直转 转圈 送信トレイ 送信箱 보낼_편지함 보낼편지함 postausgang hängt hängen boîte_d bandeja_de_salida caixa_de_saída исходящ завис висят',
  sudden:
    'sudden yesterday since. until used_to stopped no_longer any_more anymore today this_morning last_night last_week out_of_the_blue overnight 突然 昨天 今天 今早 昨晚 这两天 以前可以 之前可以 一直可以 好好的 开始就 昨日 急に 今朝 先週 갑자기 어제 오늘 지난 plötzlich gestern seit. heute soudain depuis hier. ce_matin du_jour_au de_repente ayer. desde hoy. ontem hoje внезапно вдруг вчера сегодня перестал с_утра',
  again:
    'keeps keep_getting keep_asking over_and_over again_and_again every_time every_few every_minute every_day always constantly 反复 一直 老是 总是 每次 不停 又弹 何度 毎回 ずっと 계속 자꾸 매번 ständig immer_wieder dauernd sans_arrêt toujours sans_cesse redemande todo_el_tiempo siempre cada_vez toda_hora sempre постоянно каждый_раз опять',
  error:
    'error err. warning message_says popup pop-up pops_up it_says saying 报错 错误 提示 弹出 弹窗 警告 エラー 表示 오류 에러 경고 fehler meldung warnung erreur avertiss alerte aviso alerta ошибк предупр пишет',
  negation:
    "~n't ~n’t cannot cant. wont. dont. doesnt. isnt. didnt. not. never unable nothing neither 不 没 无法 唔 冇 ない ません できず 안_ 못 없 않 nicht kein pas. plus. impossible no. não nao. не. нельзя нет.",
  found:
    "not_found cannot_find can_not_find can't_find cant_find could_not_find couldn't_find couldnt_find unknown_host resolv 找不到 解析 不存在 見つかりません 見つから 찾을_수 gefunden introuvable trouve_pas no_se_encuentra no_encuentra encontrad не_найд не_наход",
  typo: 'typo spell misspel mistype correct? right? is_it_right is_that_right is_this_right is_it_correct is_this_correct 写错 打错 填错 输错 对吗 对不对 对么 对嘛 合って 맞나 맞아 맞는 richtig correcte juste. correcto correta certo. certa. правильн опечат',
  solved:
    "works_now work_now works_again working_now working_again fixed solved sorted that_did_it did_the_trick 好了 搞定 解决了 可以了 能用了 成功 直り できました 解決 됐어 됩니다 해결 geht_jetzt geht_wieder klappt funktioniert_jetzt ça_marche c'est_bon résolu ya_funciona ya_quedó solucion resolvid funcionou заработал получилось решил",
  risk: 'risk danger what_happens happen_if what_if matter steal stolen spy hack leak important bother 泄露 偷 后果 会怎样 会怎么样 要紧 有什么用 风险 被盗 必须 一定要 危険 盗 漏れ 大丈夫 必要 위험 유출 해킹 gefähr risiko schlimm wichtig passiert egal risque grave. riesgo pasa_si peligro importa perigo risco acontece опас риск важн случится украд',
};
