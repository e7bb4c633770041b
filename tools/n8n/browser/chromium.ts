import { existsSync } from 'node:fs';
import { chromium, selectors, type Page } from '@playwright/test';
import type { Cleanup } from '../../lib/cleanup';

const USUAL_PATHS = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/snap/bin/chromium',
	'/opt/google/chrome/chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const ADVICE = `No Chromium was found. Install one, for example with
  sudo apt-get install chromium        (Debian, Ubuntu)
  brew install --cask chromium         (macOS)
or set the environment variable CHROMIUM to the path of a Chromium or Chrome.`;

const ARGUMENTS = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

function findChromium(): string {
	const { CHROMIUM } = process.env;
	if (CHROMIUM !== undefined && !existsSync(CHROMIUM)) {
		throw new Error(`There is nothing at ${CHROMIUM}, which CHROMIUM names.`);
	}
	const path = CHROMIUM ?? USUAL_PATHS.find((candidate) => existsSync(candidate));
	if (path === undefined) throw new Error(ADVICE);
	return path;
}

/** Starts a headless Chromium with an empty profile. @throws Error that says how to install one */
export async function openBrowser(cleanup: Cleanup): Promise<Page> {
	// As n8n writes it.
	selectors.setTestIdAttribute('data-test-id');
	const context = await chromium.launchPersistentContext('', {
		executablePath: findChromium(),
		args: ARGUMENTS,
		viewport: { width: 1280, height: 800 },
		locale: 'en-GB',
	});
	cleanup.add(async () => await context.close());
	context.setDefaultTimeout(20_000);
	return context.pages()[0] ?? (await context.newPage());
}
