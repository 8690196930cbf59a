/** The Issuer Mock's credentials: where an access token and a c_nonce are used. */
@NullMarked
package dev.authmock.credential;

import org.jspecify.annotations.NullMarked;
