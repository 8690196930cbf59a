/** What there is to read: the home page, the reference, the rules, and errors as pages. */
package dev.authmock.it.docs;
