/** The server as a program: how one is started in a process of its own. */
@NullMarked
package io.attestore.proof.program;

import org.jspecify.annotations.NullMarked;
