/** The catalogue of rules, and the rules applied to one request. */
@NullMarked
package dev.authmock.check;

import org.jspecify.annotations.NullMarked;
