/** What somebody who builds a wallet may write: the wallet, and its test. */
@NullMarked
package dev.authmock.sample;

import org.jspecify.annotations.NullMarked;
