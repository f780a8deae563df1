// SPDX-License-Identifier: EPL-2.0
/**
 * The registries, read off the engine's records: kinds, blocks, attributes, metrics. Nothing here
 * lists an attribute by hand; what comes in is an annotation or a reader of annotations.
 */
@NullMarked
package org.araverus.infra.engine.registry;

import org.jspecify.annotations.NullMarked;
