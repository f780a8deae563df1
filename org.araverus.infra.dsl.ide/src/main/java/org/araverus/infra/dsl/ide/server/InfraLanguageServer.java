// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ide.server;

import com.google.gson.JsonPrimitive;
import com.google.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.araverus.infra.dsl.ide.actions.ActionService;
import org.araverus.infra.dsl.ide.completion.CompletionService;
import org.araverus.infra.dsl.ide.completion.ItemTexts;
import org.araverus.infra.dsl.ide.diagnostics.LspDiagnostics;
import org.araverus.infra.dsl.ide.folding.FoldingService;
import org.araverus.infra.dsl.ide.hierarchy.HierarchyService;
import org.araverus.infra.dsl.ide.hints.HintService;
import org.araverus.infra.dsl.ide.hover.Hovers;
import org.araverus.infra.dsl.ide.lens.LensService;
import org.araverus.infra.dsl.ide.links.LinkService;
import org.araverus.infra.dsl.ide.rename.InfraRename;
import org.araverus.infra.dsl.ide.report.ReportService;
import org.araverus.infra.dsl.ide.schedule.Answer;
import org.araverus.infra.dsl.ide.schedule.Evaluations;
import org.araverus.infra.dsl.ide.schedule.Schedule;
import org.araverus.infra.dsl.ide.selection.SelectionService;
import org.araverus.infra.dsl.ide.symbols.Outline;
import org.araverus.infra.dsl.ide.tokens.TokenService;
import org.araverus.infra.dsl.workspace.Workspace;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.CodeAction;
import org.eclipse.lsp4j.CodeActionParams;
import org.eclipse.lsp4j.CodeLens;
import org.eclipse.lsp4j.CodeLensParams;
import org.eclipse.lsp4j.Command;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DocumentLink;
import org.eclipse.lsp4j.DocumentLinkParams;
import org.eclipse.lsp4j.DocumentSymbol;
import org.eclipse.lsp4j.DocumentSymbolParams;
import org.eclipse.lsp4j.ExecuteCommandParams;
import org.eclipse.lsp4j.FoldingRange;
import org.eclipse.lsp4j.FoldingRangeRequestParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.InitializeParams;
import org.eclipse.lsp4j.InitializedParams;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;
import org.eclipse.lsp4j.PrepareRenameDefaultBehavior;
import org.eclipse.lsp4j.PrepareRenameParams;
import org.eclipse.lsp4j.PrepareRenameResult;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.SelectionRange;
import org.eclipse.lsp4j.SelectionRangeParams;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensDeltaParams;
import org.eclipse.lsp4j.SemanticTokensParams;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.ServerCapabilities;
import org.eclipse.lsp4j.SymbolInformation;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TypeHierarchyItem;
import org.eclipse.lsp4j.TypeHierarchyPrepareParams;
import org.eclipse.lsp4j.TypeHierarchySubtypesParams;
import org.eclipse.lsp4j.TypeHierarchySupertypesParams;
import org.eclipse.lsp4j.WorkDoneProgressCancelParams;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.ResponseErrorException;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.eclipse.lsp4j.jsonrpc.messages.Either3;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseError;
import org.eclipse.lsp4j.jsonrpc.messages.ResponseErrorCode;
import org.eclipse.lsp4j.services.LanguageClient;
import org.eclipse.xtext.ide.server.BuildManager;
import org.eclipse.xtext.ide.server.Document;
import org.eclipse.xtext.ide.server.LanguageServerImpl;
import org.eclipse.xtext.ide.server.UriExtensions;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.util.CancelIndicator;
import org.eclipse.xtext.validation.Issue;
import org.jspecify.annotations.Nullable;

/**
 * Xtext's server with what it lacks: one overridden method for each request, which asks the service
 * in the feature's own package.
 */
public class InfraLanguageServer extends LanguageServerImpl implements InfraRequests {
    @Inject private Schedule schedule;
    @Inject private Requests requests;
    @Inject private UriExtensions uris;
    @Inject private InfraWorkspace workspace;
    @Inject private UriExtensions addresses;

    private @Nullable ClientCapabilities capabilities;

    /** What a feature does with a text: under the read lock, with the tree of its newest state. */
    @FunctionalInterface
    private interface Work<S, T> {
        T answer(S service, Document document, XtextResource resource, CancelIndicator cancel);
    }

    /** Asks a service of the language about a text; null for a text that the server has not. */
    private <S, T> CompletableFuture<T> read(
            TextDocumentIdentifier text, Class<S> service, Work<S, T> work) {
        URI uri = getURI(text);
        return getRequestManager()
                .runRead(
                        cancel -> {
                            S asked = getService(uri, service);
                            return asked == null
                                    ? null
                                    : getWorkspaceManager()
                                            .doRead(
                                                    uri,
                                                    (document, resource) ->
                                                            resource == null
                                                                    ? null
                                                                    : work.answer(
                                                                            asked, document,
                                                                            resource, cancel));
                        });
    }

    @Override
    protected BuildManager.Buildable toBuildable(DidChangeWatchedFilesParams params) {
        return workspace.watched(
                params.getChanges().stream().map(e -> addresses.toUri(e.getUri())).toList());
    }

    @Override
    protected Diagnostic toDiagnostic(Issue issue) {
        return LspDiagnostics.of(issue);
    }

    @Override
    protected ServerCapabilities createServerCapabilities(InitializeParams params) {
        schedule.client(params.getCapabilities());
        capabilities = params.getCapabilities();
        workspace.loadsRules(Options.ruleJars(params.getInitializationOptions()));
        workspace.names(
                (before, now) -> Watching.also(getLanguageClient(), capabilities, before, now));
        return Capabilities.with(super.createServerCapabilities(params));
    }

    // ---- beginning and end

    @Override
    public void connect(LanguageClient client) {
        super.connect(client);
        schedule.connect(client);
        workspace.shows(this::toDiagnostics);
    }

    /** The client has its first answer: now the files are read. */
    @Override
    public void initialized(InitializedParams params) {
        super.initialized(params);
        Watching.ask(getLanguageClient(), capabilities);
        getRequestManager()
                .runWrite(
                        () -> {
                            workspace.begin(CancelIndicator.NullImpl);
                            return true;
                        },
                        (cancel, done) -> done);
    }

    /** Says that the process does nothing but serve. */
    public void alone() {
        schedule.alone();
    }

    @Override
    public CompletableFuture<Object> shutdown() {
        schedule.stop();
        requests.end();
        return super.shutdown();
    }

    @Override
    public void cancelProgress(WorkDoneProgressCancelParams params) {
        schedule.cancel(params.getToken());
    }

    @Override
    public CompletableFuture<@Nullable Object> idle() {
        return getRequestManager()
                .runRead(cancel -> true)
                .thenCompose(read -> schedule.quiet())
                .thenApply(quiet -> null);
    }

    // ---- completion

    @Override
    protected Either<List<CompletionItem>, CompletionList> completion(
            CancelIndicator cancel, CompletionParams params) {
        var all = super.completion(cancel, params);
        if (!knowsMarks())
            CompletionService.withoutMarks(
                    all.isLeft() ? all.getLeft() : all.getRight().getItems());
        return all;
    }

    private boolean knowsMarks() {
        ClientCapabilities can = getLanguageServerAccess().getInitializeParams().getCapabilities();
        return can != null
                && can.getTextDocument() != null
                && can.getTextDocument().getCompletion() != null
                && can.getTextDocument().getCompletion().getCompletionItem() != null
                && Boolean.TRUE.equals(
                        can.getTextDocument()
                                .getCompletion()
                                .getCompletionItem()
                                .getSnippetSupport());
    }

    @Override
    public CompletableFuture<CompletionItem> resolveCompletionItem(CompletionItem item) {
        String address =
                item.getData() instanceof JsonPrimitive p
                        ? p.getAsString()
                        : item.getData() instanceof String s ? s : "";
        if (address.isEmpty()) return CompletableFuture.completedFuture(item);
        URI element = URI.createURI(address);
        return getRequestManager()
                .runRead(
                        cancel ->
                                getWorkspaceManager()
                                        .doRead(
                                                element.trimFragment(),
                                                (document, resource) ->
                                                        resolved(item, element, resource)));
    }

    private CompletionItem resolved(
            CompletionItem item, URI element, @Nullable XtextResource resource) {
        EObject found = resource == null ? null : resource.getEObject(element.fragment());
        return found == null
                ? item
                : getService(element.trimFragment(), ItemTexts.class).add(item, found);
    }

    // ---- links, hierarchy

    @Override
    public CompletableFuture<List<DocumentLink>> documentLink(DocumentLinkParams params) {
        return read(params.getTextDocument(), LinkService.class, LinkService::of);
    }

    @Override
    public CompletableFuture<List<TypeHierarchyItem>> prepareTypeHierarchy(
            TypeHierarchyPrepareParams params) {
        return read(
                params.getTextDocument(),
                HierarchyService.class,
                (s, d, r, cancel) -> s.at(d, r, params.getPosition()));
    }

    @Override
    public CompletableFuture<List<TypeHierarchyItem>> typeHierarchySupertypes(
            TypeHierarchySupertypesParams params) {
        TypeHierarchyItem item = params.getItem();
        return hierarchy(item, (s, d, r, cancel) -> s.above(item, r));
    }

    @Override
    public CompletableFuture<List<TypeHierarchyItem>> typeHierarchySubtypes(
            TypeHierarchySubtypesParams params) {
        TypeHierarchyItem item = params.getItem();
        return hierarchy(item, (s, d, r, cancel) -> s.below(item, r));
    }

    private CompletableFuture<List<TypeHierarchyItem>> hierarchy(
            TypeHierarchyItem item, Work<HierarchyService, List<TypeHierarchyItem>> work) {
        String document = HierarchyService.document(item);
        return document == null
                ? CompletableFuture.completedFuture(List.of())
                : read(new TextDocumentIdentifier(document), HierarchyService.class, work);
    }

    // ---- actions

    @Override
    public CompletableFuture<List<Either<Command, CodeAction>>> codeAction(
            CodeActionParams params) {
        return read(
                params.getTextDocument(),
                ActionService.class,
                (s, d, r, cancel) -> s.of(d, r, params));
    }

    // ---- tokens

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensFull(SemanticTokensParams params) {
        return read(params.getTextDocument(), TokenService.class, TokenService::full);
    }

    @Override
    public CompletableFuture<SemanticTokens> semanticTokensRange(SemanticTokensRangeParams params) {
        return read(
                params.getTextDocument(),
                TokenService.class,
                (s, d, r, cancel) -> s.range(d, r, params.getRange(), cancel));
    }

    @Override
    public CompletableFuture<Either<SemanticTokens, SemanticTokensDelta>> semanticTokensFullDelta(
            SemanticTokensDeltaParams params) {
        return read(
                params.getTextDocument(),
                TokenService.class,
                (s, d, r, cancel) -> s.delta(d, r, params.getPreviousResultId(), cancel));
    }

    // ---- folding, selection

    @Override
    public CompletableFuture<List<FoldingRange>> foldingRange(FoldingRangeRequestParams params) {
        return read(params.getTextDocument(), FoldingService.class, FoldingService::of);
    }

    @Override
    public CompletableFuture<List<SelectionRange>> selectionRange(SelectionRangeParams params) {
        return read(
                params.getTextDocument(),
                SelectionService.class,
                (s, d, r, cancel) -> s.of(d, r, params.getPositions(), cancel));
    }

    // ---- outline

    /** Flat for an editor that knows no outline of several levels. */
    @Override
    public CompletableFuture<List<Either<SymbolInformation, DocumentSymbol>>> documentSymbol(
            DocumentSymbolParams params) {
        boolean levels = isHierarchicalDocumentSymbolSupport();
        String uri = params.getTextDocument().getUri();
        return read(
                params.getTextDocument(),
                Outline.class,
                (s, d, r, cancel) ->
                        levels ? s.tree(r, cancel) : s.flat(uri, s.getSymbols(r, cancel)));
    }

    // ---- rename

    @Override
    public CompletableFuture<Either3<Range, PrepareRenameResult, PrepareRenameDefaultBehavior>>
            prepareRename(PrepareRenameParams params) {
        return read(
                params.getTextDocument(),
                InfraRename.class,
                (s, d, r, cancel) -> s.prepare(d, r, params.getPosition()));
    }

    @Override
    public CompletableFuture<WorkspaceEdit> rename(RenameParams params) {
        return read(
                params.getTextDocument(),
                InfraRename.class,
                (s, d, r, cancel) ->
                        s.rename(
                                d,
                                r,
                                params,
                                getWorkspaceResourceAccess(),
                                getWorkspaceManager().getIndex(),
                                cancel));
    }

    // ---- numbers

    /** Reads a text once the engine has spoken of its newest state. */
    private <T> CompletableFuture<T> computed(URI uri, Function<XtextResource, T> work) {
        return getRequestManager()
                .runRead(cancel -> true)
                .thenCompose(read -> schedule.quiet(uri))
                .thenCompose(quiet -> getRequestManager().runRead(cancel -> now(uri, work)));
    }

    private <T> @Nullable T now(URI uri, Function<XtextResource, T> work) {
        return getWorkspaceManager().doRead(uri, (d, r) -> r == null ? null : work.apply(r));
    }

    @Override
    public CompletableFuture<Hover> hover(HoverParams params) {
        URI uri = getURI(params.getTextDocument());
        return computed(
                uri,
                r ->
                        getService(uri, Hovers.class)
                                .of(r, params.getPosition(), schedule.evaluations()));
    }

    @Override
    public CompletableFuture<List<InlayHint>> inlayHint(InlayHintParams params) {
        return computed(
                getURI(params.getTextDocument()),
                r ->
                        HintService.of(
                                r,
                                Workspace.fileName(r.getURI()),
                                params.getRange(),
                                schedule.evaluations()));
    }

    /** What holds metrics back is asked of the engine here, beside those who edit. */
    @Override
    public CompletableFuture<List<? extends CodeLens>> codeLens(CodeLensParams params) {
        String uri = params.getTextDocument().getUri();
        URI file = getURI(params.getTextDocument());
        return getRequestManager()
                .runRead(cancel -> true)
                .thenCompose(read -> schedule.quiet(file))
                .thenApplyAsync(q -> LensService.of(uri, schedule.evaluations().of(file)));
    }

    /** Reports take long and read no text: the requests of those who edit go on beside them. */
    @Override
    public CompletableFuture<Object> executeCommand(ExecuteCommandParams params) {
        boolean report = params.getCommand().equals(ReportService.REPORT);
        if (!report && !params.getCommand().equals(ReportService.EVALUATE))
            return refused("there is no command " + params.getCommand());
        String text = argument(params, 0);
        if (text == null) return CompletableFuture.completedFuture(null);
        URI uri = uris.toUri(text);
        String name = argument(params, 1);
        return getRequestManager()
                .runRead(cancel -> true)
                .thenCompose(read -> schedule.quiet(uri))
                .thenApplyAsync(quiet -> answer(report, uri, name));
    }

    private static <T> CompletableFuture<T> refused(String why) {
        return CompletableFuture.failedFuture(
                new ResponseErrorException(
                        new ResponseError(ResponseErrorCode.InvalidParams, why, null)));
    }

    private Object answer(boolean report, URI uri, @Nullable String name) {
        List<Answer> answers = schedule.evaluations().of(uri);
        if (!report) return ReportService.evaluate(name, answers);
        Evaluations.Read read = schedule.evaluations().read(uri);
        return ReportService.report(
                uri.lastSegment(), name, answers, read == null ? List.of() : read.findings());
    }

    /** An argument of a command: a text, as JSON or as it is. */
    private static @Nullable String argument(ExecuteCommandParams params, int index) {
        List<Object> all = params.getArguments();
        Object value = all == null || all.size() <= index ? null : all.get(index);
        if (value instanceof JsonPrimitive p && p.isString()) return p.getAsString();
        return value instanceof String s ? s : null;
    }
}
