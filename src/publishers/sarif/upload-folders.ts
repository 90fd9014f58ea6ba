/** Where in the report folder exactly that lies which is uploaded, for another uploader. Pure. */

/** GitHub takes no more in one upload, and its own uploader makes one upload of a whole folder. */
const RUNS_OF_AN_UPLOAD = 20;
const FIRST = 'sarif';

/** @param position of a file among all of the run, from 0: `sarif`, then `sarif-2`, … */
export function uploadFolder(position: number): string {
  const part = Math.floor(position / RUNS_OF_AN_UPLOAD) + 1;
  return part === 1 ? FIRST : `${FIRST}-${part}`;
}

/** @param count of files; none: no folder */
export function uploadFolders(count: number): readonly string[] {
  const folders = Array.from({length: count}, (_, position) => uploadFolder(position));
  return [...new Set(folders)];
}
