// Passages, lists of names, the halves of a date in words.

import assert from "node:assert/strict";
import { test } from "node:test";

import { capital, isBlank, listWords, passage, shortList, splitWhen } from "../../ui/js/lib/text.js";

const said = "I said sorry. I said sorry again. I said nothing.";

test("a passage is counted among the same words before it", () => {
  assert.deepEqual(passage(said, 0, 12), { quote: "I said sorry", occurrence: 0 });
  assert.deepEqual(passage(said, 14, 26), { quote: "I said sorry", occurrence: 1 });
});

test("white space around it is left out and does not change the count", () => {
  assert.deepEqual(passage(said, 13, 27), { quote: "I said sorry", occurrence: 1 });
  assert.equal(passage("a \n\t b", 1, 5), null);
  assert.equal(passage(said, 5, 5), null);
});

test("the same words are counted without overlaps, as the backend counts them", () => {
  assert.deepEqual(passage("so so so so", 6, 11), { quote: "so so", occurrence: 1 });
});

test("emoji and right-to-left words are left whole", () => {
  const text = "👩‍👧 سلام سلام";
  const from = text.lastIndexOf("سلام");
  assert.deepEqual(passage(text, from, text.length), { quote: "سلام", occurrence: 1 });
  assert.deepEqual(passage(text, 0, 5), { quote: "👩‍👧", occurrence: 0 });
});

test("names are listed as people say them", () => {
  assert.equal(listWords([]), "");
  assert.equal(listWords(["Sam"]), "Sam");
  assert.equal(listWords(["Sam", "Mum"]), "Sam and Mum");
  assert.equal(listWords(["Sam", "Mum", "Jo"]), "Sam, Mum and Jo");
  assert.equal(shortList(["hurt", "tired", "sad", "numb"], 3), "hurt, tired, sad and 1 more");
  assert.equal(shortList(["hurt", "tired"], 3), "hurt and tired");
});

test("a day in words is parted from the part of the day", () => {
  assert.deepEqual(splitWhen("Tuesday 3 October, evening"), { day: "Tuesday 3 October", part: "evening" });
  assert.deepEqual(splitWhen("yesterday"), { day: "yesterday", part: "" });
});

test("only white space is nothing to save", () => {
  assert.equal(isBlank(" \n\t\u00a0"), true);
  assert.equal(isBlank(" a "), false);
  assert.equal(capital("über"), "Über");
});
