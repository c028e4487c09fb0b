/** What the files of villages are called. */

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
