/** What an operator can ask and order on the management port, besides health and metrics. */
@NullMarked
package io.attestore.server.management;

import org.jspecify.annotations.NullMarked;
