import { z } from 'zod';
import { defineTask } from '#server/platform/task.ts';

/** The clock says: tell holders what ends soon, and which issuers do not answer. */
export const sendNotices = defineTask('notifications.send', z.object({}).loose());

/** The clock says: drop news that is older than ninety days. */
export const forgetNotices = defineTask('notifications.forget', z.object({}).loose());
