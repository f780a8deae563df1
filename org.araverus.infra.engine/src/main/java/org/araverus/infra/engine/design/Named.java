// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

/** A named block: {@code tier pod { … }}. Ordered as written. */
public record Named<T extends Record>(String name, T value, Origin origin) {}
