/** What the process ends with. */
export const EXIT = {
	done: 0,
	wrongNotice: 1,
	wrongUsage: 2,
	fileTrouble: 3,
	bug: 4,
	interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
