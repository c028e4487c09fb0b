/** What the villages of a list are called, and their files. */
import { slugOf } from "./slug.ts";
import { type Row, type Table, villageColumn } from "./table.ts";

/** A village of the list. */
export interface Village {
	readonly row: Row;
	/** As the list writes it; "" where it has none. */
	readonly name: string;
	readonly slug: string;
}

export interface NamedRow extends Village {
	/** Its file is named after another village's: without marks they are one name. */
	readonly isRenamed: boolean;
}

/** Of all rows, so that a part of the list has the same names as the whole. */
export function nameRows(table: Table): readonly NamedRow[] {
	const column = villageColumn(table);
	const named = table.rows.map((row) => {
		const name = column === null ? "" : (row.cells[column.index] ?? "");
		const wanted = name === "" ? `dong-${row.number}` : slugOf(name);
		return { row, name, wanted };
	});
	const slugs = distinctSlugs(named.map(({ wanted }) => wanted));
	return named.map(({ row, name, wanted }, i) => {
		const { slug = wanted, isShared = false } = slugs[i] ?? {};
		return { row, name, slug, isRenamed: isShared && slug !== wanted };
	});
}

export interface VillageName {
	/** Part of the file's name, unlike every other of the list. */
	readonly slug: string;
	/** Another village has the same name in letters without marks. */
	readonly isShared: boolean;
}

/**
 * Slugs in the order of the list; of equal ones the second becomes "-2". Names
 * that are already different keep theirs.
 */
export function distinctSlugs(
	slugs: readonly string[],
): readonly VillageName[] {
	const counts = new Map<string, number>();
	for (const slug of slugs) counts.set(slug, (counts.get(slug) ?? 0) + 1);
	const taken = new Set(slugs);
	const seen = new Set<string>();
	return slugs.map((slug) => {
		const isShared = (counts.get(slug) ?? 0) > 1;
		if (!seen.has(slug)) {
			seen.add(slug);
			return { slug, isShared };
		}
		let number = 2;
		while (taken.has(`${slug}-${number}`)) number += 1;
		const free = `${slug}-${number}`;
		taken.add(free);
		return { slug: free, isShared };
	});
}
