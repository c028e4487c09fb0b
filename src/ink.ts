/**
 * Two inks and the paper. No tints: a solid survives the photocopier.
 * Red is 5.88 : 1 on white, so both ways round it passes WCAG 1.4.3 (4.5 : 1).
 */
export type Ink = "black" | "red" | "white";

export const RED_RGB: readonly [number, number, number] = [200, 16, 46];
