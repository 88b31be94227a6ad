/** DescribeKey: what is so of a key. */
@NullMarked
package io.attestore.query.keys.describekey;

import org.jspecify.annotations.NullMarked;
