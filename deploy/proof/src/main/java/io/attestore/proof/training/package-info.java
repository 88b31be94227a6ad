/** The training run of the JVM's AOT cache. */
@NullMarked
package io.attestore.proof.training;

import org.jspecify.annotations.NullMarked;
