/** The reader of XML saxen 11, as far as it is used here. */
declare module "saxen" {
	type Attributes = Readonly<Record<string, string>>;
	type Decode = (text: string) => string;

	export class Parser {
		on(
			event: "openTag",
			handler: (
				name: string,
				attributes: () => Attributes,
				decode: Decode,
			) => void,
		): this;
		on(event: "closeTag", handler: (name: string) => void): this;
		on(event: "text", handler: (text: string, decode: Decode) => void): this;
		on(event: "cdata", handler: (text: string) => void): this;
		/** Without a handler the first error is thrown. */
		on(event: "error", handler: (error: Error) => void): this;
		parse(xml: string): Error | undefined;
	}
}
