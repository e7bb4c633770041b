const seconds = (since: number): string => `${Math.round((Date.now() - since) / 1000)} s`;

/** Standard output is for results. */
const { stderr } = process;

/** Milliseconds between progress reports: often where the line is overwritten. */
const INTERVAL = stderr.isTTY ? 2000 : 15_000;

/** Runs one step and prints how long it took. @param progress printed every few seconds */
export async function step<Result>(
	title: string,
	work: () => Promise<Result>,
	progress: () => Promise<string> | string = () => '',
): Promise<Result> {
	const started = Date.now();
	const show = (detail: string) => {
		const line = [`${title} …`, seconds(started), detail].filter(Boolean).join('  ');
		stderr.write(stderr.isTTY ? `\r\x1b[K${line}` : `${line}\n`);
	};
	if (stderr.isTTY) show('');
	const timer = setInterval(() => void Promise.resolve(progress()).then(show), INTERVAL);
	try {
		return await work();
	} finally {
		clearInterval(timer);
		if (stderr.isTTY) stderr.write('\r\x1b[K');
		stderr.write(`${title}  ${seconds(started)}\n`);
	}
}
