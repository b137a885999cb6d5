// "I don't feel safe with this person": one click away wherever somebody is named, and no louder than
// any other line at the foot of a page.

import { el } from "../lib/dom.js";
import { notice } from "./notice.js";

/**
 * @param {import("../../types/ipc.d.ts").Person[]} people
 * @param {{ rest: (personId: string) => Promise<void>, reason: (error: unknown) => string }} ports
 */
export function unsafePeople(people, { rest, reason }) {
  const others = people.filter((person) => !person.resting && person.relationship !== "myself");
  if (others.length === 0) return null;
  const failed = notice();
  return el(
    "div",
    { class: "page-foot" },
    ...others.map((person) =>
      el(
        "button",
        {
          type: "button",
          class: "link link-soft",
          test: "person-unsafe",
          data: { person: person.id },
          on: { click: () => void rest(person.id).catch((error) => failed.say(reason(error))) },
        },
        `I don’t feel safe with ${person.alias}`,
      ),
    ),
    failed.node,
  );
}
