/** Our operations, held against the models of their services. */
@NullMarked
package io.attestore.server.model;

import org.jspecify.annotations.NullMarked;
