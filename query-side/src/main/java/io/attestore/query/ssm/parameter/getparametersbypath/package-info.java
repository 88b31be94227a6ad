/** GetParametersByPath: the parameters under a path, page by page. */
@NullMarked
package io.attestore.query.ssm.parameter.getparametersbypath;

import org.jspecify.annotations.NullMarked;
