import type { Texts } from '../index.ts';

/** The desk as Discord shows it: `/desk`, tags of a forum, limits of threads. */
export const discordDesk: Texts['discordDesk'] = {
  /** Names that a forum may give to the tag of a state. */
  tags: {
    open: ['待处理', '新'],
    claimed: ['处理中', '已认领'],
    'waiting-for-asker': ['等待用户', '等待回复'],
    'waiting-for-agent': ['待回复'],
    snoozed: ['稍后处理', '已推迟'],
    resolved: ['已解决'],
    closed: ['已关闭', '已完成'],
  },
  desk: '处理需要人工帮助的请求',
  commands: {
    mine: '我的请求，等得最久的在前',
    queue: '还没有人认领的请求',
    claim: '认领一个请求',
    release: '把请求退回队列',
    hand: '把请求转给别人或其他队列',
    note: '写一条只在客服这边可见的备注',
    send: '把内容发给提问者',
    canned: '发送一条常用回复',
    snooze: '把请求推迟一段时间',
    wake: '恢复被推迟的请求',
    resolve: '标记为已解决',
    close: '关闭请求',
    reopen: '重新打开已关闭的请求',
    direct: '我在子区里写的内容直接发出，或停止直接发出',
    block: '不再接受此人的请求',
    unblock: '重新接受此人的请求',
    away: '我暂时离开，不再分配新请求',
    back: '我回来了',
    help: '这里可以做什么',
  },
  options: {
    ticket: '请求编号；不填就是当前子区的请求',
    text: '要写的内容',
    to: '成员或队列的名称',
    reply: '常用回复的名称',
    span: '推迟多久',
    on: '开或关',
  },
  spans: {
    hour: '一小时',
    morning: '到下一个早上',
    'three-days': '三个工作日',
    week: '一周',
  },
  on: '开',
  off: '关',
  threadsNearlyFull: '⚠️ 本服务器已有 {count}/{most} 个活跃子区。请关闭已完成的请求，否则很快就无法新建请求了。',
};
