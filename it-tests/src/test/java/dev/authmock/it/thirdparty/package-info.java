/** Wallets and OpenID clients from npm, as they are, against the service: whoever wrote them did not know it. */
package dev.authmock.it.thirdparty;
