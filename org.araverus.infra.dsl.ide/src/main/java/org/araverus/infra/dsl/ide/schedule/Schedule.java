// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.schedule;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.apache.log4j.Logger;
import org.araverus.infra.dsl.ide.diagnostics.LspDiagnostics;
import org.araverus.infra.dsl.workspace.Compiled;
import org.araverus.infra.dsl.workspace.Diagnostic;
import org.araverus.infra.dsl.workspace.FileCheck;
import org.araverus.infra.dsl.workspace.FileCheck.Designs;
import org.araverus.infra.dsl.workspace.FileCheck.Finished;
import org.araverus.infra.dsl.workspace.Findings;
import org.araverus.infra.dsl.workspace.Judged;
import org.araverus.infra.engine.Evaluated;
import org.araverus.infra.engine.design.Design;
import org.araverus.infra.engine.design.Place;
import org.araverus.infra.engine.finding.Finding;
import org.araverus.infra.engine.finding.RuleRunner;
import org.araverus.infra.engine.finding.Severity;
import org.eclipse.emf.common.util.URI;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.ide.server.concurrent.IRequestManager;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.validation.Issue;
import org.jspecify.annotations.Nullable;

/**
 * The scheduler of a workspace. A file that was read is compiled where it is read, which holds the
 * texts; the engine works on the designs in a thread of its own; its findings get their places in a
 * request that reads the texts again, if they are still the same. A reading that is superseded is
 * dropped at the next step.
 */
@Singleton
public class Schedule {
    private static final Logger LOG = Logger.getLogger(Schedule.class);
    private static final long STACK = 1L << 26;

    /** From so many files on the first reading is worth a progress bar. */
    private static final int MANY = 10;

    private final IRequestManager requests;
    private final Publisher publisher;
    private final Evaluations evaluations = new Evaluations();
    private final Pending pending = new Pending();
    private final Refresh refresh = new Refresh();
    private final Map<URI, Engine> engines = new HashMap<>();
    private final Deque<Job> open = new ArrayDeque<>();
    private final Deque<Job> waiting = new ArrayDeque<>();
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(
                    work -> {
                        Thread t = new Thread(null, work, "infra-engine", STACK);
                        t.setDaemon(true);
                        return t;
                    });

    private @Nullable LanguageClient client;
    private boolean showsProgress;
    private volatile @Nullable BuildProgress progress;
    private volatile @Nullable Tidy tidy;

    /** Called by the injector. */
    @Inject
    public Schedule(IRequestManager requests, UriExtensions uris) {
        this.requests = requests;
        this.publisher = new Publisher(uris);
    }

    /** Tells to whom is published. */
    public void connect(LanguageClient client) {
        this.client = client;
        publisher.connect(client);
        refresh.connect(client);
    }

    /** The newest answers. */
    public Evaluations evaluations() {
        return evaluations;
    }

    /** What the client can: what shows numbers is asked for again when they change. */
    public void client(@Nullable ClientCapabilities can) {
        refresh.with(can);
        WindowClientCapabilities window = can == null ? null : can.getWindow();
        showsProgress = window != null && Boolean.TRUE.equals(window.getWorkDoneProgress());
    }

    /** Completes when all that was read so far is worked off and published. */
    public CompletableFuture<Void> quiet() {
        return pending.quiet(null);
    }

    /** Completes when the answers of a file are those of its newest text. */
    public CompletableFuture<Void> quiet(URI file) {
        return pending.quiet(file);
    }

    /** The process is this server's alone: it may collect garbage while nothing waits. */
    public void alone() {
        tidy = new Tidy();
    }

    /** Ends the engine's thread. */
    public void stop() {
        worker.shutdownNow();
        pending.stop();
    }

    /**
     * The user wants no more of the first reading: what nobody looks at keeps its text findings.
     */
    public void cancel(Either<String, Integer> token) {
        if (!BuildProgress.isToken(token)) return;
        List<Job> dropped;
        synchronized (waiting) {
            dropped = new ArrayList<>(waiting);
            waiting.clear();
        }
        dropped.forEach(j -> pending.end(j.uri(), j.number()));
    }

    // ---- in requests that hold the texts

    /** A folder is read for the first time. */
    public void first(int files) {
        LanguageClient to = client;
        if (to == null || !showsProgress || files < MANY) return;
        BuildProgress begun = new BuildProgress(to, files);
        progress = begun;
        requests.runRead(cancel -> true)
                .handle((read, e) -> pending.quiet(null))
                .thenCompose(quiet -> quiet)
                .thenRun(
                        () -> {
                            progress = null;
                            begun.end();
                        });
    }

    /**
     * A file was read and linked.
     *
     * @param isOpen whether somebody looks at it, so that it goes first
     * @param issues what the language itself says
     * @param shown the same for the client
     */
    public void read(
            URI uri,
            XtextResource file,
            boolean isOpen,
            List<Issue> issues,
            List<org.eclipse.lsp4j.Diagnostic> shown) {
        long number = pending.begin(uri);
        BuildProgress first = progress;
        if (first != null) first.step();
        try {
            FileCheck check = FileCheck.of(file);
            List<Diagnostic> texts = check.texts();
            publisher.text(
                    uri,
                    file.getParseResult().getRootNode().getText(),
                    shown,
                    texts,
                    look(file, check));
            Designs designs = check.compile();
            Job job =
                    new Job(
                            uri,
                            number,
                            file,
                            check,
                            designs,
                            texts,
                            errors(check, issues),
                            engines.computeIfAbsent(uri, u -> new Engine()));
            submit(job, isOpen);
        } catch (RuntimeException e) {
            failed(uri, number, e);
        }
    }

    /** A file is gone, or what stands there is no text; what is said of it is all there is. */
    public void gone(URI uri, List<org.eclipse.lsp4j.Diagnostic> shown) {
        engines.remove(uri);
        evaluations.forget(uri);
        publisher.other(uri, shown);
        if (evaluations.put(uri, List.of())) refresh.changed();
        pending.forget(uri);
        refresh.send(pending.isQuiet());
    }

    private static Publisher.Look look(XtextResource file, FileCheck check) {
        LspDiagnostics look = file.getResourceServiceProvider().get(LspDiagnostics.class);
        return (d, document) -> look.of(d, document, check::text);
    }

    /** What stands in the way of an evaluate. */
    private static List<Diagnostic> errors(FileCheck check, List<Issue> issues) {
        List<Diagnostic> all = new ArrayList<>();
        for (Issue i : issues)
            if (i.getSeverity() == org.eclipse.xtext.diagnostics.Severity.ERROR)
                all.add(
                        new Diagnostic(
                                i.getCode() == null ? "syntax" : i.getCode(),
                                Severity.ERROR,
                                i.getMessage(),
                                new Place(
                                        check.name(),
                                        i.getLineNumber() == null ? 1 : i.getLineNumber(),
                                        i.getColumn() == null ? 1 : i.getColumn(),
                                        1),
                                List.of(),
                                List.of(),
                                List.of(),
                                null));
        return all;
    }

    // ---- in the engine's thread

    private void submit(Job job, boolean isOpen) {
        synchronized (waiting) {
            (isOpen ? open : waiting).add(job);
        }
        work(this::next);
    }

    private void work(Runnable step) {
        try {
            worker.execute(step);
        } catch (RejectedExecutionException e) {
            LOG.debug("stopped", e);
        }
    }

    private void next() {
        Job job;
        synchronized (waiting) {
            job = open.isEmpty() ? waiting.poll() : open.poll();
        }
        if (job == null || isSuperseded(job)) return;
        try {
            ask(job);
        } catch (RuntimeException | StackOverflowError e) {
            failed(job.uri(), job.number(), e);
        }
    }

    private boolean isSuperseded(Job job) {
        return !pending.isNewest(job.uri(), job.number());
    }

    private void failed(URI uri, long number, Throwable e) {
        if (!worker.isShutdown()) LOG.error("the check of " + uri + " failed", e);
        pending.end(uri, number);
    }

    /** What the engine says of the designs of one evaluate. */
    private record Asked(Engine.Known known, List<Finding> ofDesign) {}

    private void ask(Job job) {
        RuleRunner rules = job.check().rules();
        List<Finding> findings = job.engine().check(job.designs().file(), rules);
        List<Asked> asked = new ArrayList<>();
        for (Design d : job.designs().evaluates()) {
            if (isSuperseded(job)) return;
            asked.add(new Asked(job.engine().judge(d, rules), job.engine().check(d, rules)));
        }
        if (job.check().hasFailed()) job.engine().clear();
        else job.engine().forget();
        say(job, findings, asked);
    }

    /**
     * Places and fixes are read from the texts. Who edits cancels the requests that have not begun:
     * if it was not this file, it is asked again.
     */
    private void say(Job job, List<Finding> findings, List<Asked> asked) {
        requests.runRead(
                        cancel -> {
                            if (!isSuperseded(job)) finish(job, findings, asked);
                            return true;
                        })
                .whenComplete(
                        (done, e) -> {
                            if (done != null) return;
                            if (isSuperseded(job)) return;
                            if (e instanceof java.util.concurrent.CancellationException)
                                work(() -> say(job, findings, asked));
                            else failed(job.uri(), job.number(), e);
                        });
    }

    // ---- in a request that reads the texts

    private void finish(Job job, List<Finding> findings, List<Asked> asked) {
        List<Judged> judged = asked.stream().map(a -> a.known.judged()).toList();
        Finished f = job.check().finish(job.designs(), findings, judged, job.issues());
        if (f.evaluates().size() != asked.size()) {
            // a write that was cancelled has taken the text away; the next one asks again
            pending.end(job.uri(), job.number());
            return;
        }
        List<Answer> answers = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Compiled c = f.evaluates().get(i);
            Asked a = asked.get(i);
            Judged j = a.known.judged();
            Evaluated e = Evaluated.of(c.design(), a.ofDesign, j.evaluation(), j.findings());
            answers.add(
                    new Answer(job.uri(), c.name(), c.place(), c.blocked(), e, a.known.whole()));
        }
        if (evaluations.put(job.uri(), answers)) refresh.changed();
        evaluations.put(job.uri(), new Evaluations.Read(job.designs().file(), f.findings()));
        job.file()
                .getResourceServiceProvider()
                .get(Findings.class)
                .put(job.file(), f.findings().stream().filter(d -> d.accepted() == null).toList());
        publisher.engine(job.uri(), job.texts(), f.findings(), look(job.file(), job.check()));
        // before those hear of it who wait for the end
        refresh.send(pending.isLast(job.uri(), job.number()));
        pending.end(job.uri(), job.number());
        refresh.send(pending.isQuiet());
        Tidy own = tidy;
        if (own != null && pending.isQuiet()) work(own::now);
    }
}
