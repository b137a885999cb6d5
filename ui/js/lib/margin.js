// Where the notes stand in the margin: level with their sentence, never over each other.

/**
 * @param {Array<{ wanted: number, height: number }>} notes in the order of the text; pixels
 * @param {number} gap least distance between two notes, pixels
 * @returns {number[]} the top of each note, in the same order
 */
export function placeNotes(notes, gap) {
  let free = 0;
  return notes.map(({ wanted, height }) => {
    const top = Math.max(wanted, free);
    free = top + height + gap;
    return top;
  });
}
