/** The script that starts the jar with an archive of its classes. */
@NullMarked
package dev.authmock.it.launcher;

import org.jspecify.annotations.NullMarked;
