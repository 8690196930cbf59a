/** Redis, where several nodes share what they have to remember. */
@NullMarked
package dev.authmock.redis;

import org.jspecify.annotations.NullMarked;
