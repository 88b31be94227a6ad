/** GetParameterHistory: the versions of a parameter, page by page. */
@NullMarked
package io.attestore.query.parameters.getparameterhistory;

import org.jspecify.annotations.NullMarked;
