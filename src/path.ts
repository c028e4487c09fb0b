import type { Pt } from "./units.ts";

/** A piece of an outline; whoever holds it says in which units. */
export type PathOp =
	| { readonly op: "M"; readonly x: Pt; readonly y: Pt }
	| { readonly op: "L"; readonly x: Pt; readonly y: Pt }
	| {
			readonly op: "C";
			readonly x1: Pt;
			readonly y1: Pt;
			readonly x2: Pt;
			readonly y2: Pt;
			readonly x: Pt;
			readonly y: Pt;
	  }
	| { readonly op: "Z" };
