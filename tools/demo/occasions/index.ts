import {
	changedOrganisation,
	governmentOrder,
	newContact,
	supplierList,
	withdrawnOin,
} from './cor';
import { acceptedQuote, lostAnswer, newCustomers, orderLines, unpaidInvoice } from './corlega';
import { bouncedAndUnsubscribed, bulkImport, privacyRequest, signUp } from './inboxify';
import type { Occasion } from './occasion';

/** By the id of the example. The others are started by the editor's button. */
export const occasions: Partial<Record<string, Occasion>> = {
	corChanges000001: changedOrganisation,
	corCheckInvoice1: governmentOrder,
	corIntoCorlega01: newContact,
	corSuppliers0001: supplierList,
	corWithdrawnOin1: withdrawnOin,
	corlegaCustomers: newCustomers,
	corlegaOrderLine: orderLines,
	corlegaQuoteInvo: acceptedQuote,
	corlegaUnpaidInv: unpaidInvoice,
	inboxifyFlagged1: bouncedAndUnsubscribed,
	inboxifyImport01: bulkImport,
	inboxifySignUp01: signUp,
	mayHaveBeenMade1: lostAnswer,
	privacyRequest01: privacyRequest,
};

/** What the AI agent is asked in the chat. */
export const QUESTION =
	'Look up "Gemeente Leiden" in the register. Save it in Corlega with its OIN and the e-mail address inkoop@leiden.example. Then put that address on the Inboxify list "Nieuwsbrief algemeen". Tell me the OIN and what you did.';
