/** GetParameterHistory: the versions of a parameter, page by page. */
@NullMarked
package io.attestore.query.ssm.parameter.getparameterhistory;

import org.jspecify.annotations.NullMarked;
