/** Two nodes on one Redis: what is done at one is known at the other. */
package dev.authmock.it.redis;
