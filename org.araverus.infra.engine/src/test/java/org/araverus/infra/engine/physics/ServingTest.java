// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServingTest {

    /** Waits over the service time: M/M/1, M/D/1 and M/G/1 at a load of 0.8. */
    @ParameterizedTest
    @CsvSource({"1, 4", "0, 2", "0.5, 3"})
    void waitsOfOneServer(double variation, double wait) {
        assertThat(Serving.wait(0.8, variation, 1)).isCloseTo(wait, within(1e-12));
    }

    @Test
    void nothingEndsAtFullLoad() {
        assertThat(Serving.wait(1, 0, 1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Serving.wait(0, 0, 1)).isZero();
    }

    @Test
    void littlesLaw() {
        assertThat(Serving.batch(12, 4, 600, 0.02)).isCloseTo(36, within(1e-12));
        assertThat(Serving.promptLoad(12, 4, 0.2)).isCloseTo(0.6, within(1e-12));
        assertThat(Serving.demand(12, 600)).isEqualTo(7200);
        assertThat(Serving.answerCapacity(4, 36, 600, 0.02)).isCloseTo(12, within(1e-12));
        assertThat(Serving.promptCapacity(2, 4, 0.5)).isEqualTo(16);
        assertThat(Serving.poolCapacity(16, 12)).isEqualTo(12);
        assertThat(Serving.requestRate(20, 12)).isEqualTo(12);
        assertThat(Serving.utilization(18, 12)).isEqualTo(1.5);
        assertThat(Serving.tokenTime(0.02, 30, 600, 0.2)).isCloseTo(0.03, within(1e-12));
    }

    @Test
    void aStepReadsWholePromptsThatFit() {
        assertThat(Serving.promptsOfStep(16_384, 2000, 100)).isEqualTo(8);
        assertThat(Serving.promptsOfStep(16_384, 2000, 3)).isEqualTo(3);
        assertThat(Serving.promptsOfStep(1000, 2000, 100)).isEqualTo(1);
        assertThat(Serving.promptEach(0.8, 8)).isEqualTo(0.1);
        assertThat(Serving.reading(0.3, 0.2, 0, 0.8)).isEqualTo(0.3);
        assertThat(Serving.reading(0.3, 0.2, 0.5, 0.8)).isCloseTo(0.4, within(1e-12));
        assertThat(Serving.reading(0.3, 0.2, 9, 0.8)).isCloseTo(0.9, within(1e-12));
    }

    /** One guess that holds in 85 of 100 cases: 1.85 tokens a step (arXiv:2412.19437, 5.4.3). */
    @Test
    void guessesHoldUpToTheFirstThatFails() {
        assertThat(Serving.emitted(1, 0.85)).isCloseTo(1.85, within(1e-12));
        assertThat(Serving.emitted(3, 0.5)).isCloseTo(1 + 0.5 + 0.25 + 0.125, within(1e-12));
        assertThat(Serving.emitted(4, 0)).isEqualTo(1);
        assertThat(Serving.emitted(4, 1)).isEqualTo(5);
        assertThat(Serving.emitted(4, 1 - 1e-9)).isCloseTo(5, within(1e-6));
        assertThat(Serving.checked(3)).isEqualTo(4);
        assertThat(Serving.stepOfToken(0.037, 1.85)).isCloseTo(0.02, within(1e-12));
        assertThat(Serving.draftWeights(1, 1, 10, 4, 0.5, 100)).isEqualTo(10 + 32 + 50);
    }

    @Test
    void memoryLimitsTheBatch() {
        double tokens = Serving.cachedTokens(1000, 500);
        assertThat(tokens).isEqualTo(1250);
        assertThat(Serving.batchLimit(2, 100, 0.9, 50, 10, 10, 1)).isEqualTo(6);
        assertThat(Serving.batchLimit(2, 100, 0.9, 95, 10, 10, 1)).isZero();
        assertThat(Serving.expertsRead(64, 8)).isEqualTo(8);
    }

    /** In flight = rate x time of a request, whatever the batch. */
    @ParameterizedTest
    @CsvSource({"64, 0.5", "64, 5", "8, 0.01"})
    void whatIsInFlightWritesOrWaits(double inFlight, double first) {
        double writing = Serving.writing(inFlight, 500, 0.02, first);
        double rate = writing / (500 * 0.02);
        assertThat(rate * (first + 500 * 0.02)).isCloseTo(inFlight, within(1e-9));
        assertThat(Serving.firstTokenInFlight(inFlight, writing, 500, 0.02))
                .isCloseTo(first, within(1e-9));
    }

    @Test
    void aQueueThatOnlyGrowsHasNoMean() {
        assertThat(Serving.firstToken(1, 0.1, 0.2, 0.3, 0.4)).isInfinite();
        assertThat(Serving.firstToken(0.99, 0.1, 0.2, 0.3, 0.4)).isCloseTo(1, within(1e-12));
        assertThat(Serving.endToEnd(1, 100, 0.02)).isCloseTo(3, within(1e-12));
    }

    /** Clients that wait for answers queue no more prompts than there are of them. */
    @Test
    void aClosedLoopBoundsItsQueue() {
        assertThat(Serving.waitInFlight(1, 0, 1, 0.1, 9)).isCloseTo(0.4, within(1e-12));
        assertThat(Serving.waitInFlight(0.5, 0, 1, 0.1, 1e9)).isCloseTo(0.05, within(1e-12));
        assertThat(Serving.waitInFlight(0.5, 0, 1, 0.1, 1)).isZero();
        assertThat(Serving.waitInFlight(0.5, 0, 0, 0.1, 64)).isZero();
    }

    @Test
    void looksAndStreamsHoldTheFirstTokenBack() {
        assertThat(Serving.stepWait(0.02, 1, 0, 0.1)).isCloseTo(0.01, within(1e-12));
        assertThat(Serving.stepWait(0.02, 30, 0.5, 0.1)).isCloseTo(0.175, within(1e-12));
        assertThat(Serving.stepWait(0.02, 30, 2, 0.1)).isCloseTo(0.05, within(1e-12));
        assertThat(Serving.heldBack(10, 0.02)).isCloseTo(0.18, within(1e-12));
        assertThat(Serving.tokensAfter(100, 10)).isEqualTo(90);
        assertThat(Serving.tokensAfter(5, 10)).isZero();
    }

    @Test
    void theBusiestRankSetsTheStep() {
        assertThat(Serving.busiestRank(3, 8)).isEqualTo(1);
        assertThat(Serving.busiestRank(24, 8)).isEqualTo(3);
        assertThat(Serving.mostRequests(40, 2, 8)).isEqualTo(16);
    }

    @Test
    void aHostHoldsBackWhatItDoesNotLead() {
        assertThat(Serving.kernels(61, 20, 58, 8)).isEqualTo(1684);
        assertThat(Serving.hostTime(2e-4, 32, 1e-5, 0.002)).isCloseTo(2.52e-3, within(1e-12));
    }

    /** The first of 256 experts by a root law has eight times the mean; copies share it. */
    @Test
    void copiesEvenOutThePieces() {
        assertThat(Serving.busiestPiece(256, 0, 0)).isEqualTo(1);
        assertThat(Serving.busiestPiece(256, 0.5, 0)).isCloseTo(8, within(1e-12));
        assertThat(Serving.busiestPiece(256, 0.5, 3)).isCloseTo(4, within(1e-12));
        assertThat(Serving.busiestPiece(256, 0.5, 1e6)).isEqualTo(1);
        assertThat(Serving.uneven(8, 32, 256)).isCloseTo(1.875, within(1e-12));
        assertThat(Serving.uneven(8, 256, 256)).isCloseTo(8, within(1e-12));
        assertThat(Serving.uneven(1, 32, 288)).isEqualTo(1);
        assertThat(Serving.withCopies(256, 288, 256)).isEqualTo(288);
    }

    /** One part hides nothing; of two parts each hides behind the other as far as it reaches. */
    @Test
    void anExchangeHidesBehindTheOtherHalf() {
        assertThat(Serving.parts(2, 0.5)).isEqualTo(1);
        assertThat(Serving.parts(2, 1.5)).isEqualTo(1.5);
        assertThat(Serving.parts(2, 64)).isEqualTo(2);
        assertThat(Serving.part(64, 2)).isEqualTo(32);
        assertThat(Serving.twoBatches(5, 3, 1)).isEqualTo(5);
        assertThat(Serving.twoBatches(5, 3, 2)).isEqualTo(2);
        assertThat(Serving.twoBatches(3, 5, 2)).isZero();
    }

    @Test
    void partsOfTheWorkAddUp() {
        double share = Serving.shareOfPrompts(0.03, 0.02);
        double input = Serving.partPerToken(share, 90, 1000);
        double output = Serving.partPerToken(1 - share, 90, 200);
        assertThat(input * 1000 + output * 200).isCloseTo(90, within(1e-9));
        assertThat(Serving.shareOfPool(24, 48)).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(Serving.meanLoad(0.25, 0.4, 0.8)).isCloseTo(0.7, within(1e-12));
        assertThat(Serving.transferBytes(1000, 70_272, 8)).isEqualTo(8_784_000);
        assertThat(Serving.perUser(0.02)).isEqualTo(50);
        assertThat(Serving.perAccelerator(7200, 72)).isEqualTo(100);
    }
}
