/** How dark a colour is printed where black is the only ink (ITU-R BT.601): 0 to 1. */
export const darkness = (r: number, g: number, b: number): number =>
	1 - (0.299 * r + 0.587 * g + 0.114 * b);
