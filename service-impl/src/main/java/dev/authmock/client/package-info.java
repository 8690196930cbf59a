/** Registered clients, their keys, and how a client proves who it is. */
@NullMarked
package dev.authmock.client;

import org.jspecify.annotations.NullMarked;
