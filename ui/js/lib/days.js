// Days as people say them, and the squares of a calendar, from dates written YYYY-MM-DD.
// Not here: the clock. What day it is comes from the backend.

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** Initials of the days of a week that begins on Monday. */
export const WEEK = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];

/** @param {string} day */
function parse(day) {
  const [year, month, date] = day.split("-").map(Number);
  return new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, date ?? 1));
}

/** @param {Date} date */
function format(date) {
  return date.toISOString().slice(0, 10);
}

/**
 * @param {string} day
 * @param {number} days may be negative
 */
export function addDays(day, days) {
  const date = parse(day);
  date.setUTCDate(date.getUTCDate() + days);
  return format(date);
}

/**
 * "today", "yesterday", "Thursday" within the last week, else "3 October" (with the year if another).
 * @param {string} day
 * @param {string} today
 */
export function dayWords(day, today) {
  const date = parse(day);
  const ago = Math.round((parse(today).getTime() - date.getTime()) / 86_400_000);
  if (ago === 0) return "today";
  if (ago === 1) return "yesterday";
  if (ago > 1 && ago < 7) return WEEKDAYS[date.getUTCDay()] ?? day;
  return fullDay(day, today);
}

/**
 * "3 October", with the year where it is not today's.
 * @param {string} day
 * @param {string} today
 */
export function fullDay(day, today) {
  const date = parse(day);
  const words = `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]}`;
  return day.slice(0, 4) === today.slice(0, 4) ? words : `${words} ${day.slice(0, 4)}`;
}

/**
 * "Saturday 3 October 2026".
 * @param {string} day
 */
export function longDay(day) {
  const date = parse(day);
  return `${WEEKDAYS[date.getUTCDay()]} ${date.getUTCDate()} ${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/**
 * "October 2026".
 * @param {string} month YYYY-MM
 */
export function monthWords(month) {
  const date = parse(`${month}-01`);
  return `${MONTHS[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
}

/**
 * @param {string} month YYYY-MM
 * @param {number} months may be negative
 */
export function addMonths(month, months) {
  const date = parse(`${month}-01`);
  date.setUTCMonth(date.getUTCMonth() + months);
  return format(date).slice(0, 7);
}

/**
 * The weeks of a month, Monday first; days of the neighbouring months are null.
 * @param {string} month YYYY-MM
 * @returns {Array<Array<string | null>>}
 */
export function weeksOf(month) {
  const first = `${month}-01`;
  const lead = (parse(first).getUTCDay() + 6) % 7;
  const weeks = [];
  let day = addDays(first, -lead);
  do {
    /** @type {Array<string | null>} */
    const week = [];
    for (let i = 0; i < 7; i += 1) {
      week.push(day.startsWith(month) ? day : null);
      day = addDays(day, 1);
    }
    weeks.push(week);
  } while (day.startsWith(month));
  return weeks;
}
