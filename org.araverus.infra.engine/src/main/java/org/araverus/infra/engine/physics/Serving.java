// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.engine.physics;

/** Steady state of serving: batch, queues, and what one engine can give. */
public final class Serving {

    private static final String LITTLE = "Little's law";

    private Serving() {}

    /** Requests in one engine at once. */
    @Formula(
            id = "serving.batch",
            unit = "req",
            source = LITTLE,
            text = "arrivals / engines output token_time")
    public static double batch(double arrivals, double engines, double output, double tokenTime) {
        return arrivals / engines * output * tokenTime;
    }

    /** Requests whose cache fits one attention rank, all ranks of an engine together. */
    @Formula(
            id = "serving.batch_limit",
            unit = "req",
            source = "memory that weights and context leave, over the mean cache of a request",
            text = "ranks floor((capacity share - weights - context) / (tokens cache))")
    public static double batchLimit(
            double ranks,
            double capacity,
            double share,
            double weights,
            double context,
            double tokens,
            double cache) {
        double left = capacity * share - weights - context;
        return ranks * Math.max(0, Math.floor(left / (tokens * cache)));
    }

    /** Mean tokens of a request in the cache while it is answered. */
    @Formula(
            id = "serving.cached_tokens",
            unit = "tok",
            source = "answer half written on the mean",
            text = "prompt + output / 2")
    public static double cachedTokens(double prompt, double output) {
        return prompt + output / 2;
    }

    /**
     * Time of a token when the engine reads prompts between steps.
     *
     * @param requests of one rank: ranks read prompts of their own side by side
     */
    @Formula(
            id = "serving.token_time",
            unit = "s",
            source = "each request interrupts the others of its rank once, for its prompt",
            text = "step + requests / output prompt_time")
    public static double tokenTime(double step, double requests, double output, double promptTime) {
        return step + requests / output * promptTime;
    }

    /** Tokens written in a second by all engines at this batch. */
    @Formula(
            id = "serving.capacity",
            unit = "tok/s",
            source = "one token a request and step",
            text = "engines batch / token_time")
    public static double capacity(double engines, double batch, double tokenTime) {
        return engines * batch / tokenTime;
    }

    /** Tokens asked for in a second. */
    @Formula(id = "serving.demand", unit = "tok/s", source = "definition", text = "arrivals output")
    public static double demand(double arrivals, double output) {
        return arrivals * output;
    }

    /** What is written in a second: what is asked for, up to what the engines can. */
    @Formula(
            id = "serving.throughput",
            unit = "tok/s",
            source = "definition",
            text = "min(demand, capacity)")
    public static double throughput(double demand, double capacity) {
        return Math.min(demand, capacity);
    }

    /** Share of a rank's time that prompts take. */
    @Formula(
            id = "serving.prompt_load",
            unit = "1",
            source = LITTLE,
            text = "rate / ranks prompt_time")
    public static double promptLoad(double rate, double ranks, double promptTime) {
        return rate / ranks * promptTime;
    }

    /**
     * Mean wait before a prompt is read, with random arrivals; without end at full load.
     *
     * @param variation square of the coefficient of variation of the service time
     */
    @Formula(
            id = "serving.wait",
            unit = "s",
            source = "Pollaczek and Khinchine, M/G/1",
            text = "load (1 + variation) time / (2 (1 - load))")
    public static double wait(double load, double variation, double time) {
        if (load >= 1) return Double.POSITIVE_INFINITY;
        return load * (1 + variation) * time / (2 * (1 - load));
    }

    /**
     * Mean wait before a prompt is read where clients wait for their answers: they come as others
     * leave, so that answers of like length queue little, and never more prompts than clients.
     *
     * @param prompts square of the coefficient of variation of the time of a prompt
     * @param answers that of the lengths of answers, for that of what comes
     * @param inFlight requests in flight of one rank
     */
    @Formula(
            id = "serving.wait_in_flight",
            unit = "s",
            source = "Kingman 1961, G/G/1, bounded by half of the others in flight",
            text = "load time min((prompts + answers) / (2 (1 - load)), (in_flight - 1) / 2)")
    public static double waitInFlight(
            double load, double prompts, double answers, double time, double inFlight) {
        double open = load >= 1 ? Double.POSITIVE_INFINITY : (prompts + answers) / (2 * (1 - load));
        return load * time * Math.min(open, Math.max(0, inFlight - 1) / 2);
    }

    /**
     * Mean wait for the end of the step that runs when a request comes: one that reads prompts, or
     * those that write until the next look at new requests.
     */
    @Formula(
            id = "serving.step_wait",
            unit = "s",
            source = "uniform within the interval (sgl-project/sglang scheduler_recv_interval)",
            text = "(max(0, 1 - load) poll step + min(1, load) prompt) / 2")
    public static double stepWait(double step, double poll, double load, double prompt) {
        return (Math.max(0, 1 - load) * poll * step + Math.min(1, load) * prompt) / 2;
    }

    /** What the first token waits for those that are sent with it. */
    @Formula(
            id = "serving.held_back",
            unit = "s",
            source = "definition (NVIDIA/TensorRT-LLM stream_interval)",
            text = "(stream - 1) token_time")
    public static double heldBack(double stream, double tokenTime) {
        return (stream - 1) * tokenTime;
    }

    /** Tokens that come after those that are sent first. */
    @Formula(
            id = "serving.tokens_after",
            unit = "tok",
            source = "definition",
            text = "max(0, output - stream)")
    public static double tokensAfter(double output, double stream) {
        return Math.max(0, output - stream);
    }

    /** Experts of one rank that a step reads. */
    @Formula(
            id = "serving.experts_read",
            unit = "1",
            source = "experts spread evenly over ranks",
            text = "touched / ranks")
    public static double expertsRead(double touched, double ranks) {
        return touched / ranks;
    }

    /** Tokens of a request that a step checks: the next one and the guesses. */
    @Formula(id = "serving.checked", unit = "tok", source = "definition", text = "guesses + 1")
    public static double checked(double guesses) {
        return guesses + 1;
    }

    /** Tokens that a request gets of a step: guesses up to the first that fails, and one more. */
    @Formula(
            id = "serving.emitted",
            unit = "tok",
            source = "arXiv:2211.17192 equation 1",
            text = "(1 - a^(guesses + 1)) / (1 - a)")
    public static double emitted(double guesses, double acceptance) {
        if (acceptance >= 1) return guesses + 1;
        return (1 - Math.pow(acceptance, guesses + 1)) / (1 - acceptance);
    }

    /** What a token takes of a step, or of a part of it. */
    @Formula(
            id = "serving.step_of_token",
            unit = "s",
            source = "definition",
            text = "step / emitted")
    public static double stepOfToken(double step, double emitted) {
        return step / emitted;
    }

    /** Weights of modules for further tokens on one rank. */
    @Formula(
            id = "serving.draft_weights",
            unit = "B",
            source = "DeepSeek-V3, arXiv:2412.19437 section 2.2",
            text = "modules (bytes (layer + 2 h^2) + expert_bytes experts)")
    public static double draftWeights(
            double modules,
            double bytes,
            double layer,
            double hidden,
            double expertBytes,
            double experts) {
        return modules * (bytes * (layer + 2 * hidden * hidden) + expertBytes * experts);
    }

    /** Requests that one rank works on, of those in its engine. */
    @Formula(
            id = "serving.rank_requests",
            unit = "req",
            source = "requests spread evenly",
            text = "requests / ranks")
    public static double rankRequests(double requests, double ranks) {
        return requests / ranks;
    }

    /**
     * Requests that one rank takes in a step: at least one where there is any, since the step waits
     * for the busiest rank.
     */
    @Formula(
            id = "serving.busiest_rank",
            unit = "req",
            source = "the busiest rank of a synchronous step",
            text = "max(1, requests / ranks)")
    public static double busiestRank(double requests, double ranks) {
        return Math.max(1, requests / ranks);
    }

    /**
     * Tokens of the most chosen expert over those of a mean one, each of its copies for itself.
     *
     * @param copies dealt to the most chosen experts until their pieces are alike
     */
    @Formula(
            id = "serving.busiest_piece",
            unit = "1",
            source =
                    "power law over ranks; copies to the largest pieces first"
                            + " (deepseek-ai/EPLB), in continuous numbers",
            text = "(1 - skew) experts^skew (1 + copies (1 - skew) / skew)^-skew, at least 1")
    public static double busiestPiece(double experts, double skew, double copies) {
        if (skew == 0) return 1;
        double hottest = (1 - skew) * Math.pow(experts, skew);
        return Math.max(1, hottest * Math.pow(1 + copies * (1 - skew) / skew, -skew));
    }

    /** Load of the rank with the busiest piece over the mean of all ranks. */
    @Formula(
            id = "serving.uneven",
            unit = "1",
            source = "the step waits for the busiest rank; its other experts are like the mean",
            text = "1 + (piece - 1) ranks / slots")
    public static double uneven(double piece, double ranks, double slots) {
        return 1 + (piece - 1) * ranks / slots;
    }

    /** Parameters of experts with their copies. */
    @Formula(
            id = "serving.with_copies",
            unit = "1",
            source = "copies are whole experts",
            text = "parameters slots / experts")
    public static double withCopies(double parameters, double slots, double experts) {
        return parameters * slots / experts;
    }

    /** Parts that a step works on one after the other: requests are whole. */
    @Formula(
            id = "serving.parts",
            unit = "1",
            source = "definition; continuous between one request and two",
            text = "max(1, min(parts, requests))")
    public static double parts(double parts, double requests) {
        return Math.max(1, Math.min(parts, requests));
    }

    /** What one part of a step has. */
    @Formula(id = "serving.part", unit = "1", source = "equal parts", text = "whole / parts")
    public static double part(double whole, double parts) {
        return whole / parts;
    }

    /** What shows of a part's exchange while the other part is worked on. */
    @Formula(
            id = "serving.two_batches",
            unit = "s",
            source =
                    "arXiv:2412.19437 section 3.4: two micro-batches, one's exchange beside the"
                            + " other's work; with one part nothing runs beside it",
            text = "time - 2 (parts - 1) / parts min(time, work)")
    public static double twoBatches(double time, double work, double parts) {
        return time - 2 * (parts - 1) / parts * Math.min(time, work);
    }

    /** Kernels that a step launches. */
    @Formula(
            id = "serving.kernels",
            unit = "1",
            source = "count of products, norms, rotation, cache, attention, activation, exchanges",
            text = "layers kernels + expert_layers expert_kernels")
    public static double kernels(
            double layers, double kernels, double expertLayers, double expertKernels) {
        return layers * kernels + expertLayers * expertKernels;
    }

    /** What a step waits for the host. */
    @Formula(
            id = "serving.host_time",
            unit = "s",
            source =
                    "scheduling once a step, sampling for each request (inference-sim/inference-sim)",
            text = "step + requests request + launches")
    public static double hostTime(double step, double requests, double request, double launches) {
        return step + requests * request + launches;
    }

    /** Requests that fit: what memory holds and what the engine takes. */
    @Formula(
            id = "serving.most_requests",
            unit = "req",
            source = "definition",
            text = "min(held, ranks max_batch)")
    public static double mostRequests(double held, double ranks, double maxBatch) {
        return Math.min(held, ranks * maxBatch);
    }

    /** Requests that full engines answer in a second. */
    @Formula(
            id = "serving.answer_capacity",
            unit = "req/s",
            source = LITTLE,
            text = "engines batch / (output token_time)")
    public static double answerCapacity(
            double engines, double batch, double output, double tokenTime) {
        return engines * batch / (output * tokenTime);
    }

    /**
     * Prompts that engines of their own read in a second.
     *
     * @param promptTime of a prompt in full steps
     */
    @Formula(
            id = "serving.prompt_capacity",
            unit = "req/s",
            source = "each rank reads one step of prompts after the other",
            text = "engines ranks / prompt_time")
    public static double promptCapacity(double engines, double ranks, double promptTime) {
        return engines * ranks / promptTime;
    }

    /** Whole prompts that a rank reads in one step. */
    @Formula(
            id = "serving.prompts_of_step",
            unit = "1",
            source =
                    "whole prompts in the tokens of a step (sgl-project/sglang chunked_prefill_size)",
            text = "max(1, min(floor(chunk / prompt), fit))")
    public static double promptsOfStep(double chunk, double prompt, double fit) {
        return Math.max(1, Math.min(Math.floor(chunk / prompt), fit));
    }

    /** What a prompt takes of a step that reads several. */
    @Formula(id = "serving.prompt_each", unit = "s", source = "definition", text = "step / prompts")
    public static double promptEach(double step, double prompts) {
        return step / prompts;
    }

    /**
     * Time to read a prompt with those that came meanwhile.
     *
     * @param alone with the launches of the step
     * @param step of one prompt
     * @param full step of as many as fit
     */
    @Formula(
            id = "serving.reading",
            unit = "s",
            source = "prompts that came during a step share the next one",
            text = "alone + min(load step, full - step)")
    public static double reading(double alone, double step, double load, double full) {
        return alone + Math.min(load * step, full - step);
    }

    /** What two pools in a row can do. */
    @Formula(
            id = "serving.pool_capacity",
            unit = "req/s",
            source = "the slower of two in a row",
            text = "min(read, answered)")
    public static double poolCapacity(double read, double answered) {
        return Math.min(read, answered);
    }

    /** Requests that are answered in a second: those that arrive, up to capacity. */
    @Formula(
            id = "serving.request_rate",
            unit = "req/s",
            source = "definition",
            text = "min(arrivals, capacity)")
    public static double requestRate(double arrivals, double capacity) {
        return Math.min(arrivals, capacity);
    }

    /** Requests asked for over those that can be answered. */
    @Formula(
            id = "serving.utilization",
            unit = "1",
            source = "definition",
            text = "asked / capacity")
    public static double utilization(double asked, double capacity) {
        return asked / capacity;
    }

    /**
     * Time to the first token in steady state; without end where more arrives than is answered.
     *
     * @param utilization requests asked for over capacity
     */
    @Formula(
            id = "serving.first_token",
            unit = "s",
            source = "sum; a queue that only grows has no mean",
            text = "wait + reading + transfer + rest, for utilization < 1")
    public static double firstToken(
            double utilization, double wait, double reading, double transfer, double rest) {
        if (utilization >= 1) return Double.POSITIVE_INFINITY;
        return wait + reading + transfer + rest;
    }

    /** Requests that write, of those in flight: the others wait for their first token. */
    @Formula(
            id = "serving.writing",
            unit = "req",
            source = LITTLE,
            text = "in_flight output token_time / (output token_time + first_token)")
    public static double writing(
            double inFlight, double output, double tokenTime, double firstToken) {
        double answer = output * tokenTime;
        return inFlight * answer / (answer + firstToken);
    }

    /** Time to the first token where so many requests are always in flight. */
    @Formula(
            id = "serving.first_token_in_flight",
            unit = "s",
            source = LITTLE,
            text = "(in_flight / writing - 1) output token_time")
    public static double firstTokenInFlight(
            double inFlight, double writing, double output, double tokenTime) {
        return (inFlight / writing - 1) * output * tokenTime;
    }

    /** Time of a whole request. */
    @Formula(
            id = "serving.end_to_end",
            unit = "s",
            source = "the first token, then the others",
            text = "first_token + after token_time")
    public static double endToEnd(double firstToken, double after, double tokenTime) {
        return firstToken + after * tokenTime;
    }

    /** Tokens that a user sees in a second. */
    @Formula(
            id = "serving.per_user",
            unit = "tok/s",
            source = "definition",
            text = "1 / token_time")
    public static double perUser(double tokenTime) {
        return 1 / tokenTime;
    }

    /** Tokens that an accelerator writes in a second. */
    @Formula(
            id = "serving.per_accelerator",
            unit = "tok/s",
            source = "definition",
            text = "throughput / accelerators")
    public static double perAccelerator(double throughput, double accelerators) {
        return throughput / accelerators;
    }

    /** Share of the time of shared engines that prompts take. */
    @Formula(
            id = "serving.share_of_prompts",
            unit = "1",
            source = "interruptions over the time of a token",
            text = "(token_time - step) / token_time")
    public static double shareOfPrompts(double tokenTime, double step) {
        return (tokenTime - step) / tokenTime;
    }

    /** Share of the accelerators that read prompts. */
    @Formula(
            id = "serving.share_of_pool",
            unit = "1",
            source = "definition",
            text = "reading / (reading + writing)")
    public static double shareOfPool(double reading, double writing) {
        return reading / (reading + writing);
    }

    /** What a token of one part of the work takes: cost or energy of a second. */
    @Formula(
            id = "serving.part_per_token",
            unit = "",
            source = "by the share of time, or of accelerators",
            text = "share whole / tokens")
    public static double partPerToken(double share, double whole, double tokens) {
        return share * whole / tokens;
    }

    /** How busy the accelerators of two pools are, on the mean. */
    @Formula(
            id = "serving.mean_load",
            unit = "1",
            source = "mean by accelerators",
            text = "share reading + (1 - share) writing")
    public static double meanLoad(double share, double reading, double writing) {
        return share * reading + (1 - share) * writing;
    }

    /** Bytes of a prompt's cache that one pair of ranks moves from pool to pool. */
    @Formula(
            id = "serving.transfer_bytes",
            unit = "B",
            source = "each pair of ranks moves its share",
            text = "tokens cache / pairs")
    public static double transferBytes(double tokens, double cache, double pairs) {
        return tokens * cache / pairs;
    }
}
