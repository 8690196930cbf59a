package dev.authmock.jose;

import java.security.Provider;

/** A JCA provider under the name that people know it by. */
record LoadedProvider(String name, Provider jca) {}
