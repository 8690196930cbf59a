/** Codes, PINs and nonces: what is handed out once and taken back once. */
@NullMarked
package dev.authmock.grant;

import org.jspecify.annotations.NullMarked;
