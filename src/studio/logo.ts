/** The picture beside a notice: dropped on the page, or from the notice's folder. */
import { slugOf } from "../batch/slug.ts";
import type { Disk } from "./disk.ts";
import type { Edit } from "./edit.ts";
import { isMapValue } from "./fields.ts";
import type { LogoFile } from "./protocol.ts";

export const PICTURE = /\.(?:png|jpe?g|svg)$/iu;

/** The file that a notice names as its picture; null when it names none. */
export function namedLogo(notice: unknown): string | null {
	const issuer = isMapValue(notice) ? notice.issuer : null;
	const logo = isMapValue(issuer) ? issuer.logo : null;
	return typeof logo === "string" && logo.trim() !== "" ? logo.trim() : null;
}

const sameBytes = (a: Uint8Array, b: Uint8Array): boolean =>
	a.length === b.length && a.every((byte, i) => byte === b[i]);

/** Another picture of the folder keeps its name; this one gets a number. */
export async function asLogo(
	file: LogoFile,
	disk: Disk | null,
): Promise<LogoFile> {
	const { bytes } = file;
	const [ending = ""] = PICTURE.exec(file.name) ?? [];
	const base = slugOf(file.name.slice(0, -ending.length));
	for (let n = 1; ; n++) {
		const name = `${base}${n === 1 ? "" : `-${n}`}${ending.toLowerCase()}`;
		const there = (await disk?.picture(name)) ?? null;
		if (there === null || sameBytes(there, bytes)) return { name, bytes };
	}
}

export const nameLogo = ({ name }: LogoFile): Edit => ({
	kind: "set",
	path: ["issuer", "logo"],
	value: name,
	before: ["name", "parent"],
});
