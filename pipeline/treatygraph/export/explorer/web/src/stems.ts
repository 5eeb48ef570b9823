/**
 * Words as search compares them: Porter's stem, and one stem for verbs whose nouns change it.
 *
 * Porter's algorithm leaves "detained" (detain) and "detention" (detent) apart, as it does other pairs that English
 * took from Latin; law is full of them.
 */
import { stemmer } from "stemmer";

/** The end of the noun's stem, and that of the verb's: "detent" → "detain". */
const PAIRS: [RegExp, string][] = [
  [/(?<=re|de|abs|sus)tent$/, "tain"],
  [/cept$/, "ceiv"],
  [/(?<=ad|per|sub|com|o|e|trans)miss$/, "mit"],
  [/(?<=ex|com|pro|re|im)puls$/, "pel"],
  [/(?<=in|ex|con|dis)clus$/, "clud"],
  [/(?<=re|con|in|sub|di|e)vers$/, "vert"],
  [/(?<=ex|sus|ap|pre|com)(t|preh)ens$/, "$1end"],
  [/scrip(t?)$/, "scrib"],
  [/(?<=re|dis)solut$/, "solv"],
  [/(?<=pro|re|de|in|intro)duct$/, "duc"],
  [/(?<=in|ac|re)quisit$/, "quir"],
];

const known = new Map<string, string>();

export function stem(word: string): string {
  let found = known.get(word);
  if (found === undefined) known.set(word, (found = makeStem(word)));
  return found;
}

function makeStem(word: string): string {
  const stemmed = stemmer(word);
  for (const [noun, verb] of PAIRS) if (noun.test(stemmed)) return stemmed.replace(noun, verb);
  return stemmed;
}

/** Words without accents, in lower case, cut at anything but letters and figures. */
export function words(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
