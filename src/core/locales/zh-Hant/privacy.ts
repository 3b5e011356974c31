import type { privacy as english } from '../en/privacy.ts';

export const privacy: typeof english = {
  kept: '目前保存著您的：{messages} 則訊息、{conversations} 個對話、{tickets} 個真人協助請求、{files} 個檔案。訊息過幾天、對話過幾週會自動刪除。',
  erase: '全部刪除',
  sure: '要刪除我保存的所有關於您的內容嗎？平台允許的話，我給您的回答也會一併刪除。刪除後無法復原。您自己發的訊息會留在平台上，要由您自己刪除。',
  yes: '是的，刪除',
  erased: '已經刪除我保存的關於您的內容，之前的回答也正在刪除。只有您看得到的回答無法刪除，重新整理後就會消失。',
  openTicket: '您的請求 #{number} 還沒結束，要等它結束。之後您也可以刪除它。',
};
