import { answerCalendar } from '#server/api/http/calendar-endpoint.ts';

export { answerCalendar as GET };
