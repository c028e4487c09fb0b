/**
 * The sRGB colour space as an ICC profile, version 4, made from its defining
 * numbers (IEC 61966-2-1; ICC.1:2010 for the form). It tells a printer what
 * our red means.
 */

/** Matrix columns and white, adapted to the D50 of the connection space. */
const WHITE = [0.9642, 1, 0.8249];
const RED = [0.43607, 0.22249, 0.01392];
const GREEN = [0.38515, 0.71687, 0.09708];
const BLUE = [0.14307, 0.06061, 0.7141];
/** From D65 to D50 (Bradford), by rows. */
const ADAPTATION = [
	1.04788, 0.02292, -0.0502, 0.02959, 0.99048, -0.01706, -0.00923, 0.01508,
	0.75168,
];
/** γ, a, b, c, d: (a·x + b)^γ from d upwards, c·x below. */
const TRANSFER = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];

const HEADER_SIZE = 128;
const RECORD_SIZE = 12;
const VERSION_4 = 0x04200000;

/** The profile, the same bytes each time. */
export function srgbProfile(): Uint8Array {
	const curve = parametricCurve(TRANSFER);
	const tags: readonly (readonly [string, Uint8Array])[] = [
		["desc", words("sRGB")],
		["cprt", words("CC0")],
		["wtpt", numbers("XYZ ", WHITE)],
		["chad", numbers("sf32", ADAPTATION)],
		["rXYZ", numbers("XYZ ", RED)],
		["gXYZ", numbers("XYZ ", GREEN)],
		["bXYZ", numbers("XYZ ", BLUE)],
		["rTRC", curve],
		["gTRC", curve],
		["bTRC", curve],
	];
	return assemble(tags);
}

function assemble(
	tags: readonly (readonly [string, Uint8Array])[],
): Uint8Array {
	const bodies = [...new Set(tags.map(([, body]) => body))];
	let end = HEADER_SIZE + 4 + tags.length * RECORD_SIZE;
	const offsets = new Map<Uint8Array, number>();
	for (const body of bodies) {
		offsets.set(body, end);
		end += body.length;
	}
	const profile = new Uint8Array(end);
	const view = new DataView(profile.buffer);
	writeHeader(profile, view);
	view.setUint32(HEADER_SIZE, tags.length);
	for (const [i, [name, body]] of tags.entries()) {
		const at = HEADER_SIZE + 4 + i * RECORD_SIZE;
		writeAscii(profile, at, name);
		view.setUint32(at + 4, offsets.get(body) ?? 0);
		view.setUint32(at + 8, body.length);
	}
	for (const [body, at] of offsets) profile.set(body, at);
	return profile;
}

function writeHeader(profile: Uint8Array, view: DataView): void {
	view.setUint32(0, profile.length);
	view.setUint32(8, VERSION_4);
	writeAscii(profile, 12, "mntrRGB XYZ ");
	// The date the field wants is that of the standard.
	for (const [i, part] of [1999, 10, 18, 0, 0, 0].entries())
		view.setUint16(24 + 2 * i, part);
	writeAscii(profile, 36, "acsp");
	for (const [i, part] of WHITE.entries())
		view.setInt32(68 + 4 * i, fixed(part));
}

/** A text in one language ("mluc"), padded to four bytes. */
function words(text: string): Uint8Array {
	const start = 28;
	const body = new Uint8Array(Math.ceil((start + 2 * text.length) / 4) * 4);
	const view = new DataView(body.buffer);
	writeAscii(body, 0, "mluc");
	view.setUint32(8, 1);
	view.setUint32(12, RECORD_SIZE);
	writeAscii(body, 16, "enUS");
	view.setUint32(20, 2 * text.length);
	view.setUint32(24, start);
	for (let i = 0; i < text.length; i++)
		view.setUint16(start + 2 * i, text.charCodeAt(i));
	return body;
}

function numbers(type: string, values: readonly number[]): Uint8Array {
	const body = new Uint8Array(8 + 4 * values.length);
	const view = new DataView(body.buffer);
	writeAscii(body, 0, type);
	for (const [i, value] of values.entries())
		view.setInt32(8 + 4 * i, fixed(value));
	return body;
}

function parametricCurve(values: readonly number[]): Uint8Array {
	const withGap = numbers("para", [0, ...values]);
	// Function type 3: the two-part curve.
	new DataView(withGap.buffer).setUint16(8, 3);
	return withGap;
}

/** s15Fixed16. */
const fixed = (value: number): number => Math.round(value * 0x10000);

function writeAscii(bytes: Uint8Array, at: number, text: string): void {
	for (let i = 0; i < text.length; i++) bytes[at + i] = text.charCodeAt(i);
}
