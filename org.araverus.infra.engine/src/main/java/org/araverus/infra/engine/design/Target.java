// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

/** Which products of a layer have an adapter beside them. */
public enum Target {
    /** Those into attention: queries, keys, values. */
    qkv,
    /** Those into attention and out of it. */
    attention,
    /** Those of attention and of the MLP or the experts. */
    all
}
