/** What we use of fontkit 2.0.4; lengths are in font units. */
declare module "fontkit" {
	export interface BBox {
		readonly minX: number;
		readonly minY: number;
		readonly maxX: number;
		readonly maxY: number;
	}

	export interface PathCommand {
		readonly command:
			| "moveTo"
			| "lineTo"
			| "quadraticCurveTo"
			| "bezierCurveTo"
			| "closePath";
		readonly args: readonly number[];
	}

	export interface FontkitGlyph {
		readonly id: number;
		readonly advanceWidth: number;
		/** Of the outline's points; meaningless for a glyph without outline. */
		readonly cbox: BBox;
		readonly path: { readonly commands: readonly PathCommand[] };
	}

	export interface GlyphPosition {
		readonly xAdvance: number;
		readonly yAdvance: number;
		readonly xOffset: number;
		readonly yOffset: number;
	}

	export interface GlyphRun {
		readonly glyphs: readonly FontkitGlyph[];
		readonly positions: readonly GlyphPosition[];
	}

	export interface FontkitSubset {
		/** Of the whole font, by their number in the subset. */
		readonly glyphs: number[];
		encode(): Uint8Array;
	}

	export interface FontkitFont {
		readonly postscriptName: string | null;
		readonly unitsPerEm: number;
		readonly capHeight: number;
		hasGlyphForCodePoint(codePoint: number): boolean;
		getGlyph(id: number, codePoints: readonly number[]): FontkitGlyph;
		glyphForCodePoint(codePoint: number): FontkitGlyph;
		createSubset(): FontkitSubset;
		layout(
			text: string,
			features: Readonly<Record<string, boolean>>,
			script: string,
		): GlyphRun;
	}

	export function create(bytes: Uint8Array): FontkitFont;
}
