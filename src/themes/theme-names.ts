/** The names alone: who only offers a choice of themes need not load them. */
export const THEME_NAMES = ["tuyen", "mai"] as const;
export type ThemeName = (typeof THEME_NAMES)[number];
