/**
 * The torture command: campaigns that do a running store harm and then check, from outside, that it kept its promises.
 */
@NullMarked
package io.attestore.proof.torture;

import org.jspecify.annotations.NullMarked;
