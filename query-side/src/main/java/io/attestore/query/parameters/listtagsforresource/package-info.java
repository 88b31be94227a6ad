/** ListTagsForResource: the tags of a parameter. */
@NullMarked
package io.attestore.query.parameters.listtagsforresource;

import org.jspecify.annotations.NullMarked;
