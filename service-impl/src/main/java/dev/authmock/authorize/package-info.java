/** Authorization requests and wallets' answers: where an authorization code starts. */
@NullMarked
package dev.authmock.authorize;

import org.jspecify.annotations.NullMarked;
