/** Tokens that say what a tester wants them to say. */
package dev.authmock.it.shape;
