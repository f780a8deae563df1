// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

/** Power from device to site, in W; conversion losses; clocks under a cap. */
public final class Power {

    private static final String RAPS = "arXiv:2408.03216; ExaDigiT/RAPS power model";
    private static final String ELECTRICAL = "IEC 60050-131 (circuit theory)";
    private static final String DVFS = "dynamic power as a power of the clock";

    private Power() {}

    /** A device between idle and its limit. */
    @Formula(
            id = "power.device",
            unit = "W",
            source = RAPS,
            text = "idle + utilization (limit - idle)")
    public static double device(double idle, double limit, double utilization) {
        return idle + utilization * (limit - idle);
    }

    /**
     * Utilization of a device from the time it computes and the time it only moves memory: by the
     * energies of a FLOP and of a byte, full memory traffic draws 0.3 of what full computing does.
     */
    @Formula(
            id = "power.utilization",
            unit = "1",
            source =
                    "H100: 0.77 pJ/FLOP and 63 pJ/B, from 700 W on large products and 300 W"
                            + " decoding one sequence",
            text = "min(1, (computing + 0.3 moving) / time)")
    public static double utilization(double computing, double moving, double time) {
        return Math.min(1, (computing + 0.3 * moving) / time);
    }

    /** A device by its events: what it draws awake and the energy of each FLOP and byte. */
    @Formula(
            id = "power.device_events",
            unit = "W",
            source = "sum of energies per event",
            text = "static + e_f F/s + e_m B/s + e_l L/s")
    public static double deviceEvents(
            double awake,
            double energyPerFlop,
            double flopRate,
            double energyPerByte,
            double byteRate,
            double energyPerLinkByte,
            double linkRate) {
        return awake
                + energyPerFlop * flopRate
                + energyPerByte * byteRate
                + energyPerLinkByte * linkRate;
    }

    /** What a box draws at its nameplate beside its accelerators: processors, memory, fans. */
    @Formula(
            id = "power.rest",
            unit = "W",
            source = "nameplate less the accelerators' limits",
            text = "max(0, nameplate - n limit)")
    public static double rest(double nameplate, double devices, double limit) {
        return Math.max(0, nameplate - devices * limit);
    }

    /** A box with its accelerators and the rest of it. */
    @Formula(id = "power.box", unit = "W", source = "sum", text = "n device + rest")
    public static double box(double devices, double device, double rest) {
        return devices * device + rest;
    }

    /** Input of a conversion stage with a constant loss and an efficiency. */
    @Formula(id = "power.conversion", unit = "W", source = RAPS, text = "(P + loss) / efficiency")
    public static double conversion(double output, double loss, double efficiency) {
        return (output + loss) / efficiency;
    }

    /** Efficiency of a stage at a load, from its losses by rating. */
    @Formula(
            id = "power.part_load",
            unit = "1",
            source = "APC white papers 108, 113",
            text = "x / (x + c0 + c1 x + c2 x^2)")
    public static double partLoad(double load, double fixed, double linear, double square) {
        return load / (load + fixed + linear * load + square * load * load);
    }

    /** Clock over the rated one at which a device draws its cap. */
    @Formula(
            id = "power.capped_clock",
            unit = "1",
            source = DVFS,
            text = "min(1, (max(0, cap - static) / dynamic)^(1 / exponent))")
    public static double cappedClock(double cap, double awake, double dynamic, double exponent) {
        return Math.min(1, Math.pow(Math.max(0, cap - awake) / dynamic, 1 / exponent));
    }

    /** The most that a device draws at a clock over its rated one. */
    @Formula(
            id = "power.at_clock",
            unit = "W",
            source = DVFS,
            text = "idle + (limit - idle) clock^exponent")
    public static double atClock(double idle, double limit, double clock, double exponent) {
        return idle + (limit - idle) * Math.pow(clock, exponent);
    }

    /** The lower one of two clocks. */
    @Formula(id = "power.lower_clock", unit = "1", source = "definition", text = "min(a, b)")
    public static double lowerClock(double a, double b) {
        return Math.min(a, b);
    }

    /** IT power that a facility power leaves. */
    @Formula(id = "power.it", unit = "W", source = "ISO/IEC 30134-2", text = "facility / PUE")
    public static double it(double facility, double pue) {
        return facility / pue;
    }

    /** The most that a device draws under a cap. */
    @Formula(id = "power.capped", unit = "W", source = "definition", text = "min(limit, cap)")
    public static double capped(double limit, double cap) {
        return Math.min(limit, cap);
    }

    /** A fan at a share of its full speed. */
    @Formula(id = "power.fan", unit = "W", source = "affinity law", text = "P_max speed^3")
    public static double fan(double full, double speed) {
        return full * speed * speed * speed;
    }

    /** One phase. */
    @Formula(id = "power.single_phase", unit = "W", source = ELECTRICAL, text = "V I PF")
    public static double singlePhase(double volts, double amperes, double factor) {
        return volts * amperes * factor;
    }

    /** Three phases, from the voltage between lines. */
    @Formula(id = "power.three_phase", unit = "W", source = ELECTRICAL, text = "sqrt(3) V I PF")
    public static double threePhase(double volts, double amperes, double factor) {
        return Math.sqrt(3) * volts * amperes * factor;
    }

    /** Current of each of three phases, A. */
    @Formula(
            id = "power.three_phase_current",
            unit = "A",
            source = ELECTRICAL,
            text = "P / (sqrt(3) V PF)")
    public static double threePhaseCurrent(double watts, double volts, double factor) {
        return watts / (Math.sqrt(3) * volts * factor);
    }

    /** What a feed may carry without end. */
    @Formula(
            id = "power.feed",
            unit = "W",
            source = "NEC 210.20: 80 % for continuous load",
            text = "limit derating")
    public static double feed(double limit, double derating) {
        return limit * derating;
    }

    /** What feeds carry when some of them may fail. */
    @Formula(
            id = "power.redundant",
            unit = "W",
            source = "feeds that remain",
            text = "(feeds - spare) limit derating")
    public static double redundant(double feeds, double spare, double limit, double derating) {
        return (feeds - spare) * feed(limit, derating);
    }

    /** Most IT power of hosts whose accelerators all work. */
    @Formula(id = "power.peak", unit = "W", source = "sum", text = "boxes + switches + others")
    public static double peak(double boxes, double switches, double others) {
        return boxes + switches + others;
    }

    /** Facility power from IT power. */
    @Formula(id = "power.facility", unit = "W", source = "ISO/IEC 30134-2", text = "IT PUE")
    public static double facility(double it, double pue) {
        return it * pue;
    }

    /** Facility energy of one token. */
    @Formula(
            id = "energy.per_token",
            unit = "J/tok",
            source = "definition",
            text = "facility / throughput")
    public static double energyPerToken(double facility, double throughput) {
        return facility / throughput;
    }
}
