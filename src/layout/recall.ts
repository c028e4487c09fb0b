/**
 * Remembers what was asked for lately, at most twice `most` things: when as many
 * new ones have come, all that were not asked for meanwhile are forgotten.
 */
export class Recall<K, V extends object> {
	readonly #most: number;
	#young = new Map<K, V>();
	#old = new Map<K, V>();

	constructor(most: number) {
		this.#most = most;
	}

	/** What `make` gives must depend on nothing but the key. */
	get(key: K, make: (key: K) => V): V {
		const young = this.#young.get(key);
		if (young !== undefined) return young;
		const value = this.#old.get(key) ?? make(key);
		if (this.#young.size >= this.#most) {
			this.#old = this.#young;
			this.#young = new Map();
		}
		this.#young.set(key, value);
		return value;
	}
}
