/** The training run of the JVM's AOT cache. */
@NullMarked
package io.attestore.server.training;

import org.jspecify.annotations.NullMarked;
