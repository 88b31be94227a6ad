/** DescribeParameters: what the parameters of an account are, without their values, page by page. */
@NullMarked
package io.attestore.query.ssm.parameter.describeparameters;

import org.jspecify.annotations.NullMarked;
