/** Where a service is, and what it takes to be let in. */
interface Access {
	/** Without a slash at the end. */
	baseUrl: string;
}

export interface CorlegaAccess extends Access {
	apiKey: string;
}

export interface InboxifyAccess extends Access {
	apiKey: string;
	secretKey: string;
}

/** PEM texts. */
export interface CorAccess extends Access {
	certificate: string;
	privateKey: string;
	ca: string;
}
