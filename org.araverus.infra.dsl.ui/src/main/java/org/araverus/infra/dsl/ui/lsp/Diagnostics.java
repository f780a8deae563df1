// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IMarker;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResource;
import org.eclipse.core.resources.WorkspaceJob;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.jface.text.Document;
import org.eclipse.jface.text.IDocument;
import org.eclipse.jface.text.IRegion;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.DiagnosticSeverity;
import org.eclipse.lsp4j.PublishDiagnosticsParams;

/**
 * Diagnostics as markers on the files of the workspace, open or not; an open editor draws them as
 * annotations. What is published for a file replaces what was there.
 */
public final class Diagnostics {
    /** Of each marker made here; its plug-in's others stay. */
    public static final String MARKER = Languages.PLUGIN + ".diagnostic";

    /** The code of the rule. */
    public static final String CODE = "code";

    /** Where in the newest list of its file the diagnostic stands. */
    private static final String INDEX = "index";

    private final Connection connection;
    private final Map<String, List<Diagnostic>> newest = new ConcurrentHashMap<>();

    Diagnostics(Connection connection) {
        this.connection = connection;
    }

    void publish(PublishDiagnosticsParams published) {
        String uri = published.getUri();
        newest.put(uri, List.copyOf(published.getDiagnostics()));
        Uris.file(uri).ifPresent(file -> new Marking(file, uri).schedule());
    }

    /** A file that comes back, as when its project opens again, has what was published for it. */
    void appeared(IFile file, String uri) {
        if (newest.containsKey(uri)) new Marking(file, uri).schedule();
    }

    /** What a marker shows, unless something newer has been published. */
    Optional<Diagnostic> of(IMarker marker) {
        List<Diagnostic> all = Uris.of(marker.getResource()).map(newest::get).orElse(List.of());
        int i = marker.getAttribute(INDEX, -1);
        return i < 0 || i >= all.size() ? Optional.empty() : Optional.of(all.get(i));
    }

    private final class Marking extends WorkspaceJob {
        private final IFile file;
        private final String uri;

        Marking(IFile file, String uri) {
            super("Findings of " + file.getName());
            this.file = file;
            this.uri = uri;
            setRule(file.getWorkspace().getRuleFactory().markerRule(file));
            setSystem(true);
        }

        @Override
        public boolean belongsTo(Object family) {
            return family == MARKER;
        }

        @Override
        public IStatus runInWorkspace(IProgressMonitor monitor) throws CoreException {
            show(file, uri);
            return Status.OK_STATUS;
        }
    }

    /** Marks all files of a project at once; the caller holds the project. */
    void mark(IProject project) throws CoreException {
        for (String uri : newest.keySet()) {
            IFile file = Uris.file(uri).orElse(null);
            if (file != null && project.equals(file.getProject())) show(file, uri);
        }
    }

    /** One at a time: a build and what is published meet here. */
    private synchronized void show(IFile file, String uri) throws CoreException {
        if (!file.exists()) return;
        List<Diagnostic> all = newest.getOrDefault(uri, List.of());
        file.deleteMarkers(MARKER, true, IResource.DEPTH_ZERO);
        if (all.isEmpty()) return;
        IDocument text = connection.document(uri).orElse(null);
        if (text == null) text = new Document(file.readString());
        for (int i = 0; i < all.size(); i++)
            file.createMarker(MARKER, attributes(text, all.get(i), i));
    }

    private static Map<String, Object> attributes(IDocument text, Diagnostic d, int index) {
        IRegion at = Positions.region(text, d.getRange());
        Map<String, Object> all = new HashMap<>();
        all.put(
                IMarker.MESSAGE,
                d.getMessage().isLeft()
                        ? d.getMessage().getLeft()
                        : d.getMessage().getRight().getValue());
        all.put(IMarker.SEVERITY, severity(d.getSeverity()));
        all.put(IMarker.LINE_NUMBER, d.getRange().getStart().getLine() + 1);
        all.put(IMarker.CHAR_START, at.getOffset());
        all.put(IMarker.CHAR_END, at.getOffset() + at.getLength());
        all.put(INDEX, index);
        if (d.getCode() != null) all.put(CODE, String.valueOf(d.getCode().get()));
        if (d.getSource() != null) all.put(IMarker.SOURCE_ID, d.getSource());
        return all;
    }

    private static int severity(DiagnosticSeverity severity) {
        return switch (severity) {
            case Error -> IMarker.SEVERITY_ERROR;
            case Warning -> IMarker.SEVERITY_WARNING;
            case Information, Hint -> IMarker.SEVERITY_INFO;
        };
    }
}
