/** Other words for the language's fixed ones, as people type them. */
const YES = "có,co,rồi,roi,đúng,dung,phải,phai,true,y,1,on,x";
const NO = "không,khong,chưa,chua,sai,false,n,0,off";
const SAME: ReadonlyMap<string, string> = new Map([
	...YES.split(",").map((word) => [word, "yes"] as const),
	...NO.split(",").map((word) => [word, "no"] as const),
	["tiếp", "next"],
	["tiep", "next"],
]);

/** The allowed word that means just this, or null. */
export function sameChoice(
	typed: string,
	allowed: readonly string[],
): string | null {
	const word = typed.trim().toLowerCase().normalize("NFC");
	const meant = allowed.find((name) => name === word) ?? SAME.get(word) ?? "";
	return allowed.includes(meant) ? meant : null;
}
