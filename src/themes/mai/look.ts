/**
 * The two ways to print the theme. `full`: lacquer red, leaf green, the yellow of
 * signposts. `saver`: the same drawing as line art in black.
 */
import type { Ink } from "../../ink.ts";

export interface Look {
	/** Who speaks, what is forbidden. */
	readonly red: Ink;
	/** Everything that means "do". */
	readonly green: Ink;
	readonly sign: Ink;
	readonly ticket: Ink;
	readonly line: Ink;
	readonly mute: Ink;
	/** Discs, tags and heads are filled; else drawn as outlines. */
	readonly solid: boolean;
	/** Widths of strokes, scaled millimetres. */
	readonly frame: number;
	readonly ticketFrame: number;
	readonly signFrame: number;
	readonly warningFrame: number;
	readonly quietFrame: number;
	/** Share of the most that a headline may grow to: it is the largest black. */
	readonly headline: number;
}

export const LOOKS: { readonly full: Look; readonly saver: Look } = {
	full: {
		red: "vermilion",
		green: "green",
		sign: "yellow",
		ticket: "leaf",
		line: "gray",
		mute: "dark",
		solid: true,
		frame: 0.9,
		ticketFrame: 0.7,
		signFrame: 0.6,
		warningFrame: 0.8,
		quietFrame: 0.45,
		headline: 1,
	},
	saver: {
		red: "black",
		green: "black",
		sign: "white",
		ticket: "white",
		line: "black",
		mute: "black",
		solid: false,
		frame: 0.7,
		ticketFrame: 0.5,
		signFrame: 0.65,
		warningFrame: 0.6,
		quietFrame: 0.35,
		headline: 0.74,
	},
};
