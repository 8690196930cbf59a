/** The story of each request: its JWTs beside what was expected, its checks, and what was answered. */
package dev.authmock.it.story;
