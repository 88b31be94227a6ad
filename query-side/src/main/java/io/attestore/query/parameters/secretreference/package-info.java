/** Names of parameters that stand for secrets of Secrets Manager. */
@NullMarked
package io.attestore.query.parameters.secretreference;

import org.jspecify.annotations.NullMarked;
