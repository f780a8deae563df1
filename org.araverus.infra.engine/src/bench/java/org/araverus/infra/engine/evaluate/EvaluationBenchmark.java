// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.evaluate;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Closed-form evaluations in a second on one core: training steps under layouts never seen before,
 * and whole designs with requirements, intervals and bottlenecks.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EvaluationBenchmark {

    private BenchmarkInputs inputs;
    private int next;

    @Setup
    public void setUp() {
        inputs = new BenchmarkInputs();
    }

    @TearDown
    public void tearDown() {
        System.out.println("checksum " + inputs.checksum());
    }

    /** One training step: time, memory, breakdown, utilization. */
    @Benchmark
    public void trainingStep(Blackhole sink) {
        sink.consume(inputs.step(next++));
    }

    /** One serving workload of a lowered plan: pools apart and together, many loads. */
    @Benchmark
    public void servingState(Blackhole sink) {
        sink.consume(inputs.serving(next++));
    }

    /** One evaluate of two placements, all that a user sees. */
    @Benchmark
    public void wholeEvaluate(Blackhole sink) {
        sink.consume(inputs.whole(next++));
    }
}
