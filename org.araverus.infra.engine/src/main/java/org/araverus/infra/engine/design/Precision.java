// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

/** A number format of matrix products. */
public enum Precision {
    fp64(8),
    fp32(4),
    tf32(4),
    bf16(2),
    fp16(2),
    fp8(1),
    fp4(0.5),
    int8(1);

    private final double bytes;

    Precision(double bytes) {
        this.bytes = bytes;
    }

    /** Bytes of one element. */
    public double bytes() {
        return bytes;
    }
}
