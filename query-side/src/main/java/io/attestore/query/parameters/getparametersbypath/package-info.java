/** GetParametersByPath: the parameters under a path, page by page. */
@NullMarked
package io.attestore.query.parameters.getparametersbypath;

import org.jspecify.annotations.NullMarked;
