/** Parameter Store: the words of its refusals. */
@NullMarked
package io.attestore.entities.ssm;

import org.jspecify.annotations.NullMarked;
