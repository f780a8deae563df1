// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.design;

import java.util.List;
import org.araverus.infra.engine.registry.Attribute;
import org.araverus.infra.engine.registry.Kind;

/** An accelerator: rates are dense and per device, links per direction. */
@Kind(value = "accelerator", doc = "A device that computes: GPU, TPU, NPU")
public record Accelerator(
        Header header,
        @Attribute(doc = "Other names, by which ledgers and importers find it") List<String> alias,
        @Attribute(doc = "Device memory") Memory memory,
        @Attribute(doc = "Dense peak rates of matrix products, by number format") Peak peak,
        @Attribute(doc = "Its links inside a scale-up domain") ScaleUp scaleUp,
        @Attribute(doc = "Its link to the host") Host host,
        @Attribute(doc = "Power of one device") CappedPower power,
        @Attribute(
                        doc =
                                "What of the peak is reached, fitted to measurements, never to a model's name")
                Efficiency efficiency,
        @Attribute(doc = "Price of one", unit = "USD", min = 0) Value price,
        @Attribute(doc = "From order to delivery", unit = "s", min = 0) Value leadTime)
        implements Element {

    /** Device memory. */
    public record Memory(
            @Attribute(doc = "Bytes as sold", unit = "B", min = 1) Value capacity,
            @Attribute(doc = "Bytes that a program gets", unit = "B", min = 1) Value usable,
            @Attribute(doc = "Bytes in a second", unit = "B/s", min = 1) Value bandwidth) {
        /** What fits: usable where it is known, else capacity. */
        public double fits() {
            return usable.isKnown() ? usable.si() : capacity.si();
        }
    }

    /** Dense peak rates. */
    public record Peak(
            @Attribute(doc = "Double precision", unit = "FLOP/s", min = 1) Value fp64,
            @Attribute(doc = "Single precision", unit = "FLOP/s", min = 1) Value fp32,
            @Attribute(doc = "TensorFloat-32", unit = "FLOP/s", min = 1) Value tf32,
            @Attribute(doc = "bfloat16", unit = "FLOP/s", min = 1) Value bf16,
            @Attribute(doc = "Half precision", unit = "FLOP/s", min = 1) Value fp16,
            @Attribute(doc = "8-bit float", unit = "FLOP/s", min = 1) Value fp8,
            @Attribute(doc = "4-bit float", unit = "FLOP/s", min = 1) Value fp4,
            @Attribute(doc = "8-bit integer operations", unit = "FLOP/s", min = 1) Value int8) {
        /** The rate of a number format. */
        public Value of(Precision p) {
            return switch (p) {
                case fp64 -> fp64;
                case fp32 -> fp32;
                case tf32 -> tf32;
                case bf16 -> bf16;
                case fp16 -> fp16;
                case fp8 -> fp8;
                case fp4 -> fp4;
                case int8 -> int8;
            };
        }
    }

    /** Links inside a scale-up domain. */
    public record ScaleUp(
            @Attribute(doc = "All its links together, in one direction", unit = "B/s", min = 1)
                    Value bandwidth,
            @Attribute(doc = "Number of links", min = 1, whole = true) Value links) {}

    /** The link to the host. */
    public record Host(
            @Attribute(doc = "Rate in one direction", unit = "B/s", min = 1) Value bandwidth) {}

    /** Power of one accelerator. */
    public record CappedPower(
            @Attribute(doc = "The most it draws over a second", unit = "W", min = 0) Value limit,
            @Attribute(doc = "Draw without work", unit = "W", min = 0) Value idle,
            @Attribute(
                            doc =
                                    "Limit that its owner sets below its own; the clock of its products follows",
                            unit = "W",
                            min = 0)
                    Value cap,
            @Attribute(
                            doc = "Power of the clock that the draw beyond idle follows",
                            min = 1,
                            max = 4)
                    Value clockExponent) {}

    /** Power of one device. */
    public record DevicePower(
            @Attribute(doc = "The most it draws over a second", unit = "W", min = 0) Value limit,
            @Attribute(doc = "Draw without work", unit = "W", min = 0) Value idle) {}

    /** Reached shares of the peaks. */
    public record Efficiency(
            @Attribute(doc = "Matrix products in bf16") Operator bf16,
            @Attribute(doc = "Matrix products in fp16") Operator fp16,
            @Attribute(doc = "Matrix products in fp8") Operator fp8,
            @Attribute(doc = "Matrix products in fp4") Operator fp4,
            @Attribute(doc = "Attention kernels") Attention attention) {}

    /** t = overhead + hypot(FLOP / (compute x peak), bytes / (memory x bandwidth)). */
    public record Operator(
            @Attribute(
                            doc = "Reached share of the peak rate on large products",
                            unit = "%",
                            min = 0,
                            max = 1)
                    Value compute,
            @Attribute(doc = "Reached share of the memory bandwidth", unit = "%", min = 0, max = 1)
                    Value memory,
            @Attribute(doc = "Cost of one kernel", unit = "s", min = 0) Value overhead) {}

    /** Share of the peak rate = compute x s / (s + half_sequence), s the sequence. */
    public record Attention(
            @Attribute(
                            doc = "Reached share of the peak rate at long sequences",
                            unit = "%",
                            min = 0,
                            max = 1)
                    Value compute,
            @Attribute(doc = "Sequence at which half of it is reached", unit = "tok", min = 0)
                    Value halfSequence,
            @Attribute(
                            doc = "Reached share of the memory bandwidth when reading the KV cache",
                            unit = "%",
                            min = 0,
                            max = 1)
                    Value memory) {}
}
