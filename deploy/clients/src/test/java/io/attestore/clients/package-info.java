/**
 * Applications as others write them, against the server that is delivered: its jar in a process of its own, and on this
 * class path nothing of it. What such an application brings (auto-configuration, above all) would disturb the server.
 */
@NullMarked
package io.attestore.clients;

import org.jspecify.annotations.NullMarked;
