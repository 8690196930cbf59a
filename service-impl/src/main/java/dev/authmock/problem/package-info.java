/** The kinds of problem of the contract, and how they are written out. */
@NullMarked
package dev.authmock.problem;

import org.jspecify.annotations.NullMarked;
