/** What is so of parameters: each with its versions, and which ones there are. */
@NullMarked
package io.attestore.entities.ssm.parameter;

import org.jspecify.annotations.NullMarked;
