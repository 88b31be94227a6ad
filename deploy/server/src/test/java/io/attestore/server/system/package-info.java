/** The whole server as its clients see it: the AWS SDK and the AWS command line against a started server. */
@NullMarked
package io.attestore.server.system;

import org.jspecify.annotations.NullMarked;
