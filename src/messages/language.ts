/** The languages of messages; the first is the one when nothing is said. */
export const LANGUAGES = ["vi", "en"] as const;
export type Language = (typeof LANGUAGES)[number];
