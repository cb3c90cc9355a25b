import { z } from 'zod';
import { defineTask } from '#server/platform/task.ts';

/** The clock says: forget requests to wallets that are over, with what they received. */
export const forgetRequests = defineTask('presentations.forget-requests', z.object({}).loose());
