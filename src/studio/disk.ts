/** The folder behind the page, when `bangtin studio` serves it. */

export interface DiskFile {
	readonly name: string;
	/** Changes when the file does. */
	readonly tag: string;
}

export type Saved =
	| { readonly kind: "saved"; readonly tag: string }
	/** The file is not as it was when it was opened. */
	| { readonly kind: "changed" }
	| { readonly kind: "failed"; readonly reason: string };

export interface Disk {
	readonly list: () => Promise<readonly DiskFile[]>;
	readonly read: (
		name: string,
	) => Promise<{ readonly bytes: Uint8Array; readonly tag: string }>;
	/** `tag` is the one the file had; null for a new file. */
	readonly save: (
		name: string,
		bytes: Uint8Array,
		tag: string | null,
	) => Promise<Saved>;
	/** A picture of the folder; null when it has none of this name. */
	readonly picture: (name: string) => Promise<Uint8Array | null>;
	/** A new file; one that is there already stays. */
	readonly savePicture: (name: string, bytes: Uint8Array) => Promise<void>;
}

const CHANGED = 412;

/** null for a page from a file: nothing is behind it. */
export function openDisk(): Disk | null {
	if (!location.protocol.startsWith("http")) return null;
	const api = (name = ""): string => `api/notices/${encodeURIComponent(name)}`;
	const picture = (name: string): string =>
		`api/pictures/${encodeURIComponent(name.replaceAll("\\", "/"))}`;
	const tagOf = (response: Response): string =>
		response.headers.get("etag") ?? "";
	return {
		async list() {
			const response = await fetch(api());
			if (!response.ok) throw new Error(response.statusText);
			return response.json();
		},
		async read(name) {
			const response = await fetch(api(name));
			if (!response.ok) throw new Error(response.statusText);
			const bytes = new Uint8Array(await response.arrayBuffer());
			return { bytes, tag: tagOf(response) };
		},
		async save(name, bytes, tag) {
			try {
				const response = await fetch(api(name), {
					method: "PUT",
					headers: {
						"content-type": "application/yaml",
						...(tag === null ? { "if-none-match": "*" } : { "if-match": tag }),
					},
					body: Uint8Array.from(bytes),
				});
				if (response.status === CHANGED) return { kind: "changed" };
				if (!response.ok)
					return { kind: "failed", reason: response.statusText };
				return { kind: "saved", tag: tagOf(response) };
			} catch (error) {
				return { kind: "failed", reason: String(error) };
			}
		},
		async picture(name) {
			const response = await fetch(picture(name)).catch(() => null);
			return response?.ok ? new Uint8Array(await response.arrayBuffer()) : null;
		},
		async savePicture(name, bytes) {
			const response = await fetch(picture(name), {
				method: "PUT",
				headers: {
					"content-type": "application/octet-stream",
					"if-none-match": "*",
				},
				body: Uint8Array.from(bytes),
			});
			if (!response.ok && response.status !== CHANGED)
				throw new Error(response.statusText);
		},
	};
}
