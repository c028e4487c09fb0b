import { mai } from "./mai/theme.ts";
import type { Theme } from "./theme.ts";
import type { ThemeName } from "./theme-names.ts";
import { tuyen } from "./tuyen/theme.ts";

export { THEME_NAMES, type ThemeName } from "./theme-names.ts";

export const THEMES: { readonly [N in ThemeName]: Theme } = { tuyen, mai };
