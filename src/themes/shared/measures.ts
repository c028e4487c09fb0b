/**
 * What components measured, kept for the trials and the notices to come. A
 * measure depends on its words and on those settings that were asked for while it
 * was taken; these are noted, so no list of them has to be kept by hand.
 */
import type { Setting } from "./fit.ts";

const BIT: { readonly [N in keyof Setting]: number } = {
	type: 1,
	headline: 2,
	gaps: 4,
	code: 8,
	words: 16,
	form: 32,
	cardIcons: 64,
	air: 128,
};
const ALL = 255;
const NAMES = [
	"type",
	"headline",
	"gaps",
	"code",
	"words",
	"form",
	"cardIcons",
	"air",
] as const satisfies readonly (keyof Setting)[];

/** A setting that notes what is asked of it. */
class Watched implements Setting {
	/** Bits of what was asked for. */
	asked = 0;
	readonly #setting: Setting;

	constructor(setting: Setting) {
		this.#setting = setting;
	}

	#ask<N extends keyof Setting>(name: N): Setting[N] {
		this.asked |= BIT[name];
		return this.#setting[name];
	}

	get type() {
		return this.#ask("type");
	}
	get headline() {
		return this.#ask("headline");
	}
	get gaps() {
		return this.#ask("gaps");
	}
	get code() {
		return this.#ask("code");
	}
	get words() {
		return this.#ask("words");
	}
	get form() {
		return this.#ask("form");
	}
	get cardIcons() {
		return this.#ask("cardIcons");
	}
	get air() {
		return this.#ask("air");
	}
}

/** A setting and its values as keys. */
export class Tried {
	readonly #keys = new Map<number, string>();

	constructor(readonly setting: Setting) {}

	/** Of all its values. */
	get key(): string {
		return this.keyOf(ALL);
	}

	keyOf(asked: number): string {
		const known = this.#keys.get(asked);
		if (known !== undefined) return known;
		const key = NAMES.filter((name) => (asked & BIT[name]) !== 0)
			.map((name) => this.setting[name])
			.join(" ");
		this.#keys.set(asked, key);
		return key;
	}
}

/** A notice is tried at some sixty settings a sheet. */
const MOST_SETTINGS = 256;

/** The measures of one content at the settings it was tried at. */
export class Measures<T extends object> {
	/** By what was asked for. */
	readonly #known = new Map<number, Map<string, T>>();

	take(tried: Tried, measure: (setting: Setting) => T): T {
		for (const [asked, at] of this.#known) {
			const known = at.get(tried.keyOf(asked));
			if (known !== undefined) return known;
		}
		const watched = new Watched(tried.setting);
		const measured = measure(watched);
		const { asked } = watched;
		const at = this.#known.get(asked) ?? new Map<string, T>();
		this.#known.set(asked, at);
		if (at.size >= MOST_SETTINGS) at.clear();
		at.set(tried.keyOf(asked), measured);
		return measured;
	}
}
