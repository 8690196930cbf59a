/** Offers and credentials: what the Issuer Mock gives, to whom, and what it refuses. */
package dev.authmock.it.credential;
