/** Resolution of DIDs to the keys that they stand for. */
@NullMarked
package dev.authmock.did;

import org.jspecify.annotations.NullMarked;
