/** Wallets on their way to a code, and requests and JWTs of theirs that are made worse. */
package dev.authmock.it.support.flow;
