/**
 * The two ways to print the theme. `full`: solid red and black. `saver`: line
 * art in black only, drawn so that nothing said by colour is lost. In units.
 */
import type { Ink } from "../../ink.ts";

/** How a filled thing is drawn: solid, or as an outline with the text in black. */
export type Body =
	| { readonly kind: "solid"; readonly ink: Ink }
	| { readonly kind: "outline"; readonly ink: Ink; readonly border: number };

export interface Look {
	/** The line and everything that belongs to it. */
	readonly accent: Ink;
	readonly line: number;
	readonly arm: number;
	readonly flag: Body;
	readonly station: Body;
	readonly bar: Body;
	readonly yes: Body;
	readonly no: Body;
	readonly cardBorder: number;
	readonly warningBlock: Body;
	readonly stopRing: number;
	/** Share of the most that a headline may grow to: it is the largest black. */
	readonly headline: number;
}

export const LOOKS: { readonly full: Look; readonly saver: Look } = {
	full: {
		accent: "red",
		line: 1.1,
		arm: 0.8,
		flag: { kind: "solid", ink: "red" },
		station: { kind: "solid", ink: "red" },
		bar: { kind: "solid", ink: "black" },
		yes: { kind: "solid", ink: "red" },
		no: { kind: "outline", ink: "red", border: 0.32 },
		cardBorder: 0.32,
		warningBlock: { kind: "solid", ink: "black" },
		stopRing: 0.42,
		headline: 1,
	},
	saver: {
		accent: "black",
		line: 0.55,
		arm: 0.4,
		flag: { kind: "outline", ink: "black", border: 0.4 },
		station: { kind: "outline", ink: "black", border: 0.4 },
		bar: { kind: "outline", ink: "black", border: 0.32 },
		yes: { kind: "solid", ink: "black" },
		no: { kind: "outline", ink: "black", border: 0.32 },
		cardBorder: 0.22,
		warningBlock: { kind: "outline", ink: "black", border: 0.32 },
		stopRing: 0.3,
		headline: 0.69,
	},
};

/** Ink of text on a body, and the ground it stands on. */
export const onBody = (body: Body): { ink: Ink; ground: Ink } =>
	body.kind === "solid"
		? { ink: "white", ground: body.ink }
		: { ink: "black", ground: "white" };
