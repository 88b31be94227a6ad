/** GenerateDataKey: a data key in clear and sealed. */
@NullMarked
package io.attestore.query.keys.generatedatakey;

import org.jspecify.annotations.NullMarked;
