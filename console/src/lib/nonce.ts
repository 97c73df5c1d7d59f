import { setNonce } from "get-nonce";

const meta = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]');

/** What a style element has to carry to be allowed by this page's content security policy. */
export const styleNonce = meta?.content ?? "";

// Dialogs lock the page's scrolling by a style element of their own.
setNonce(styleNonce);
