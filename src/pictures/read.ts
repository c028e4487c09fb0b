/**
 * A file of a picture to what it shows, or to what is wrong with it. What it
 * is follows from its first bytes, whatever its name. Pure; never throws.
 */
import { type Diagnostic, diagnostic, type Reported } from "../diagnostics.ts";
import type { Picture } from "../model/picture.ts";
import type { Fault } from "./fault.ts";
import { readJpeg } from "./jpeg.ts";
import { readPng } from "./png.ts";
import { readSvg } from "./svg.ts";

/** `path` is the field that names the file. */
export function readPicture(
	bytes: Uint8Array,
	path: string,
): Reported<Picture> {
	const read = reader(bytes)(bytes);
	if (!("code" in read)) return { value: read, diagnostics: [] };
	const fault: Diagnostic = diagnostic("error", read.code, path, read.params);
	return { value: null, diagnostics: [fault] };
}

type Reader = (bytes: Uint8Array) => Picture | Fault;

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
	start.every((byte, index) => bytes[index] === byte);

const PNG = [0x89, 0x50, 0x4e, 0x47];
const JPEG = [0xff, 0xd8, 0xff];
/** An SVG may begin with a declaration and remarks. */
const SVG_WITHIN = 4096;

function reader(bytes: Uint8Array): Reader {
	if (startsWith(bytes, PNG)) return readPng;
	if (startsWith(bytes, JPEG)) return readJpeg;
	const start = new TextDecoder().decode(bytes.subarray(0, SVG_WITHIN));
	if (/<(?:\w+:)?svg[\s>]/u.test(start)) return readSvg;
	return () => ({ code: "pictures/kind", params: {} });
}
