/** The rules that every kind of signed JWT has in common, applied to one. */
@NullMarked
package dev.authmock.jwt;

import org.jspecify.annotations.NullMarked;
