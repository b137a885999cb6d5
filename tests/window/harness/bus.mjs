// The notification daemon on the private session bus: what it was sent, what it shows, and a
// click on it. Asked with dbus-send, which comes with D-Bus itself.

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);
const DAEMON = '--dest=org.freedesktop.Notifications';
const PATH = '/org/freedesktop/Notifications';
const DUNST = 'org.dunstproject.cmd0';

/** @param {string} member @param {string[]} rest */
async function ask(member, ...rest) {
  const { stdout } = await run('dbus-send', ['--print-reply', DAEMON, PATH, member, ...rest]);
  return stdout;
}

/** How many notifications stand on the screen. */
export async function displayed() {
  const said = await ask('org.freedesktop.DBus.Properties.Get', `string:${DUNST}`, 'string:displayedLength');
  const count = /uint32 (\d+)/.exec(said);
  if (!count) throw new Error(`dunst answers in a form we do not know:\n${said}`);
  return Number(count[1]);
}

/** A click on the one notification that is shown: what it was offered for, and it is gone. */
export async function click() {
  await ask(`${DUNST}.NotificationAction`, 'uint32:0');
  await ask(`${DUNST}.NotificationCloseLast`);
}

/** Takes everything off the screen. */
export const clear = () => ask(`${DUNST}.NotificationCloseAll`);

/**
 * What the daemon remembers of the notifications that were closed, newest first: its own record,
 * each as name → value.
 * @returns {Promise<Record<string, string>[]>}
 */
export async function remembered() {
  const said = await ask(`${DUNST}.NotificationListHistory`);
  return readHistory(said);
}

/** Reads dbus-send's way of printing `aa{sv}`. @param {string} said */
export function readHistory(said) {
  const all = [];
  let current = null;
  let name = null;
  for (const line of said.split('\n')) {
    if (/^ {6}array \[/.test(line)) all.push((current = {}));
    const text = /^\s*string "(.*)"$/.exec(line);
    const value = /^\s*variant\s+(\S+) (.*)$/.exec(line);
    if (!current) continue;
    if (text) name = text[1];
    else if (value && name) current[name] = value[2].replace(/^"|"$/g, '');
  }
  return all;
}

/**
 * Records every message to and from the notification daemon, as sent, into a file.
 * @param {string} file
 */
export async function record(file) {
  const rule = "type='method_call',interface='org.freedesktop.Notifications',member='Notify'";
  const monitor = spawn('dbus-monitor', ['--session', rule], { stdio: ['ignore', 'pipe', 'inherit'] });
  const sheet = createWriteStream(file);
  monitor.stdout.pipe(sheet);
  await Promise.race([
    once(monitor.stdout, 'data'),
    once(monitor, 'error').then(([error]) => Promise.reject(error)),
  ]);
  return {
    /** May be asked twice. */
    async stop() {
      monitor.kill();
      if (!sheet.closed) await once(sheet, 'close');
    },
  };
}
