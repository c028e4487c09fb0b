/** The letters of Vietnam's encodings of before Unicode. */

/** TCVN 5712 (VN3), the letters of fonts named .Vn…; typed for Windows-1252. */
const TCVN3_BYTES =
	"b8 b5 b6 b7 b9 a8 be bb bc bd c6 a9 ca c7 c8 c9 cb a7 ae d0 cc ce cf d1 aa d5 d2 d3 d4 d6 dd d7 d8 dc de e3 df e1 e2 e4 ab e8 e5 e6 e7 e9 ac ed ea eb ec ee f3 ef f1 f2 f4 ad f8 f5 f6 f7 f9 fd fa fb fc fe a1 a2 a3 a4 a5 a6";
const TCVN3_LETTERS =
	"á à ả ã ạ ă ắ ằ ẳ ẵ ặ â ấ ầ ẩ ẫ ậ Đ đ é è ẻ ẽ ẹ ê ế ề ể ễ ệ í ì ỉ ĩ ị ó ò ỏ õ ọ ô ố ồ ổ ỗ ộ ơ ớ ờ ở ỡ ợ ú ù ủ ũ ụ ư ứ ừ ử ữ ự ý ỳ ỷ ỹ ỵ Ă Â Ê Ô Ơ Ư";

/** VNI for Windows: a letter, then a byte for its marks. */
const VNI_MARKS: Readonly<Record<string, string>> = {
	ù: "\u0301",
	ø: "\u0300",
	û: "\u0309",
	õ: "\u0303",
	ï: "\u0323",
	â: "\u0302",
	á: "\u0302\u0301",
	à: "\u0302\u0300",
	å: "\u0302\u0309",
	ã: "\u0302\u0303",
	ä: "\u0302\u0323",
	ê: "\u0306",
	é: "\u0306\u0301",
	è: "\u0306\u0300",
	ú: "\u0306\u0309",
	ü: "\u0306\u0303",
	ë: "\u0306\u0323",
};
const VNI_LETTERS: Readonly<Record<string, string>> = {
	ô: "ơ",
	ö: "ư",
	ñ: "đ",
	í: "í",
	ì: "ì",
	æ: "ỉ",
	ó: "ĩ",
	ò: "ị",
	î: "ỵ",
};

const tcvn3: ReadonlyMap<string, string> = new Map(
	TCVN3_BYTES.split(" ").map((byte, index) => [
		String.fromCharCode(Number.parseInt(byte, 16)),
		TCVN3_LETTERS.split(" ")[index] ?? "",
	]),
);

/** What Windows-1252 has where Latin-1 has controls. */
const PUNCTUATION: Readonly<Record<string, string>> = {
	"\u0085": "…",
	"\u0091": "‘",
	"\u0092": "’",
	"\u0093": "“",
	"\u0094": "”",
	"\u0095": "•",
	"\u0096": "–",
	"\u0097": "—",
};

/** This and the next take a text whose letters stand for bytes, as in Latin-1. */
export const fromTcvn3 = (text: string): string =>
	[...text]
		.map((letter) => tcvn3.get(letter) ?? PUNCTUATION[letter] ?? letter)
		.join("");

const isCapital = (letter: string): boolean => letter !== letter.toLowerCase();

export function fromVni(text: string): string {
	let out = "";
	for (const letter of text) {
		const small = letter.toLowerCase();
		const marks = VNI_MARKS[small];
		if (marks !== undefined && /[aeiouyơư]$/iu.test(out)) {
			out += marks;
			continue;
		}
		const other = VNI_LETTERS[small];
		if (other === undefined) out += PUNCTUATION[letter] ?? letter;
		else out += isCapital(letter) ? other.toUpperCase() : other;
	}
	return out.normalize("NFC");
}

/** Accents typed after their letters, as Windows keeps them. */
export const fromWindows1258 = (bytes: Uint8Array): string =>
	new TextDecoder("windows-1258").decode(bytes).normalize("NFC");
