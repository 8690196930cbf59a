/** The road to a code: authorization requests, request objects, and what wallets answer at direct_post. */
package dev.authmock.it.authorize;
