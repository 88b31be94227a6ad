/** What we write, as the AWS SDK for Java reads it: all that the services' models know, offered here yet or not. */
@NullMarked
package io.attestore.server.model.sdk;

import org.jspecify.annotations.NullMarked;
