/** DeleteResourcePolicy: ends what a resource policy allows. */
@NullMarked
package io.attestore.command.parameters.deleteresourcepolicy;

import org.jspecify.annotations.NullMarked;
