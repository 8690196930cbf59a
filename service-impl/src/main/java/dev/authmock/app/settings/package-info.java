/** Says what is wrong with a configuration, all of it and in one line each. */
@NullMarked
package dev.authmock.app.settings;

import org.jspecify.annotations.NullMarked;
