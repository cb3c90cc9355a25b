export { countUnread, listNotices, readNotice } from './list-notices.ts';
export { type Notice, notify } from './notify-account.ts';
export { markAllRead } from './store/notifications.ts';
