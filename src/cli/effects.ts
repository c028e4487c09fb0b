/** The world as commands see it; tests bring their own. */

export type Read =
	| { readonly kind: "bytes"; readonly bytes: Uint8Array }
	| { readonly kind: "missing" }
	/** `reason` is the system's name for it, such as EACCES. */
	| { readonly kind: "failed"; readonly reason: string };

export type Listing =
	| { readonly kind: "names"; readonly names: readonly string[] }
	| { readonly kind: "no-directory" }
	| { readonly kind: "failed"; readonly reason: string };

export type Written =
	| { readonly kind: "written" }
	| { readonly kind: "failed"; readonly reason: string };

export interface Effects {
	/** Absolute path of the fonts that come with bangtin. */
	readonly bundledFonts: string;
	/** Absolute path of the templates that come with bangtin. */
	readonly bundledTemplates: string;
	/** Relative paths are taken from the working directory. */
	readonly readFile: (path: string) => Promise<Read>;
	/** Names in a directory, in no order. */
	readonly list: (directory: string) => Promise<Listing>;
	/** All or nothing; makes the directories it needs. */
	readonly writeFile: (path: string, bytes: Uint8Array) => Promise<Written>;
	/** Fails when nobody reads any more. */
	readonly stdout: (data: string | Uint8Array) => Promise<Written>;
	readonly stderr: (text: string) => void;
	/** Lets a waiting interruption come through between pieces of work. */
	readonly breathe: () => Promise<void>;
	/** False when there is no more to wait for. */
	readonly pause: (milliseconds: number) => Promise<boolean>;
	/** Milliseconds of a clock that only goes forward. */
	readonly now: () => number;
	/** The line somebody types; null when nobody is at the keyboard. */
	readonly ask: (question: string) => Promise<string | null>;
	/** Opens a file in the program that the system has for it. */
	readonly show: (path: string) => void;
}
