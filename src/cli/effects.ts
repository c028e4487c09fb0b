/** The world as commands see it; tests bring their own. */
import type { MakerSetup, VillageFiles } from "../batch/maker.ts";
import type { Row } from "../batch/table.ts";

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

/** What only long runs need. */
export interface BatchEffects {
	/** Processors to share the work among. */
	readonly cores: number;
	/** Columns of the terminal that shows progress; null when it is a file. */
	readonly columns: number | null;
	readonly env: (name: string) => string | undefined;
	/** Adds to the end of a file. */
	readonly append: (path: string, text: string) => Promise<Written>;
	/** Bytes of a file; null when there is none. */
	readonly size: (path: string) => Promise<number | null>;
	readonly remove: (path: string) => Promise<void>;
	readonly startMakers: (count: number, setup: MakerSetup) => Makers;
}

/** Makers of villages in threads of their own. */
export interface Makers {
	/** Rejects when a thread is lost. */
	readonly make: (row: Row) => Promise<VillageFiles>;
	readonly stop: () => Promise<void>;
}

export type ReadInside =
	| Read
	/** A link that leads out of the folder. */
	| { readonly kind: "outside" }
	| { readonly kind: "too-large"; readonly bytes: number };

export interface Effects {
	/** null where there are no threads and no terminal. */
	readonly batch?: BatchEffects | null;
	/** Absolute path of the fonts that come with bangtin. */
	readonly bundledFonts: string;
	/** Absolute path of the templates that come with bangtin. */
	readonly bundledTemplates: string;
	/** Relative paths are taken from the working directory. */
	readonly readFile: (path: string) => Promise<Read>;
	/** A file that lies, links followed, below the folder; none larger is read. */
	readonly readInside: (
		folder: string,
		file: string,
		mostBytes: number,
	) => Promise<ReadInside>;
	/** Names in a directory, in no order. */
	readonly list: (directory: string) => Promise<Listing>;
	/** All or nothing; makes the directories it needs. */
	readonly writeFile: (
		path: string,
		bytes: Uint8Array,
		/** "later" leaves it to the system when the disk has it: for files that a journal vouches for. */
		disk?: "now" | "later",
	) => Promise<Written>;
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
	/** Opens a file or an address in the program that the system has for it. */
	readonly show: (path: string) => void;
}
