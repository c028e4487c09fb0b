import type { Theme } from "./theme.ts";
import { tuyen } from "./tuyen/theme.ts";

export const THEME_NAMES = ["tuyen"] as const;
export type ThemeName = (typeof THEME_NAMES)[number];

export const THEMES: { readonly [N in ThemeName]: Theme } = { tuyen };
