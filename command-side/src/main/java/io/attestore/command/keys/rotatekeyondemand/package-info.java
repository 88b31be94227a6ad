/** RotateKeyOnDemand: a key encrypts with new material. */
@NullMarked
package io.attestore.command.keys.rotatekeyondemand;

import org.jspecify.annotations.NullMarked;
