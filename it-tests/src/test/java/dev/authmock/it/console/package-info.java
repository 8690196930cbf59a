/** The console over plain HTTP: its pages, its forms, its stream, and who may see it. */
package dev.authmock.it.console;
