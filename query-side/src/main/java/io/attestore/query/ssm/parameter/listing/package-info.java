/** Lists of parameters: what they choose by, how they walk the directory, and how a page goes on after another. */
@NullMarked
package io.attestore.query.ssm.parameter.listing;

import org.jspecify.annotations.NullMarked;
