// SPDX-License-Identifier: EPL-2.0
package org.araverus.infra.dsl.ui.lsp;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.resources.IFile;
import org.eclipse.core.resources.IProject;
import org.eclipse.core.resources.IResourceChangeEvent;
import org.eclipse.core.resources.IResourceChangeListener;
import org.eclipse.core.resources.IResourceDelta;
import org.eclipse.core.resources.ResourcesPlugin;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.lsp4j.DidChangeWatchedFilesParams;
import org.eclipse.lsp4j.DidChangeWorkspaceFoldersParams;
import org.eclipse.lsp4j.FileChangeType;
import org.eclipse.lsp4j.FileEvent;
import org.eclipse.lsp4j.WorkspaceFolder;
import org.eclipse.lsp4j.WorkspaceFoldersChangeEvent;

/**
 * What the server's index holds, which is the only one: the workspace's folder, in which projects
 * use each other's names, and each project that lies elsewhere. It hears of files that change in
 * them, whoever changes them.
 */
final class Folders implements IResourceChangeListener {
    /** No project has such a name. */
    private static final String WORKSPACE = "/";

    private final Connection connection;
    private Map<String, WorkspaceFolder> told = Map.of();

    Folders(Connection connection) {
        this.connection = connection;
    }

    /** The folders of now; from here on the server is told what changes. */
    List<WorkspaceFolder> start() {
        ResourcesPlugin.getWorkspace()
                .addResourceChangeListener(this, IResourceChangeEvent.POST_CHANGE);
        told = now();
        return List.copyOf(told.values());
    }

    private static Map<String, WorkspaceFolder> now() {
        Map<String, WorkspaceFolder> all = new LinkedHashMap<>();
        String root = root();
        for (IProject p : ResourcesPlugin.getWorkspace().getRoot().getProjects())
            if (p.isAccessible())
                Uris.of(p)
                        .map(
                                uri ->
                                        uri.startsWith(root + "/")
                                                ? new WorkspaceFolder(root, WORKSPACE)
                                                : new WorkspaceFolder(uri, p.getName()))
                        .ifPresent(folder -> all.put(folder.getUri(), folder));
        return all;
    }

    private static String root() {
        return Uris.of(ResourcesPlugin.getWorkspace().getRoot()).orElse("nowhere");
    }

    @Override
    public void resourceChanged(IResourceChangeEvent event) {
        // the files of a folder go before it
        files(event.getDelta());
        folders();
    }

    private void folders() {
        Map<String, WorkspaceFolder> now = now();
        if (now.keySet().equals(told.keySet())) return;
        Map<String, WorkspaceFolder> before = told;
        told = now;
        var change =
                new WorkspaceFoldersChangeEvent(
                        now.values().stream().filter(f -> !before.containsKey(f.getUri())).toList(),
                        before.values().stream()
                                .filter(f -> !now.containsKey(f.getUri()))
                                .toList());
        connection.tell(
                s ->
                        s.getWorkspaceService()
                                .didChangeWorkspaceFolders(
                                        new DidChangeWorkspaceFoldersParams(change)));
    }

    private void files(IResourceDelta delta) {
        List<FileEvent> all = new ArrayList<>();
        try {
            delta.accept(
                    d -> {
                        if (d.getResource() instanceof IFile file && ours(file, d))
                            add(all, file, d);
                        return true;
                    });
        } catch (CoreException e) {
            ILog.get().error("changed files cannot be read", e);
        }
        if (!all.isEmpty())
            connection.tell(
                    s ->
                            s.getWorkspaceService()
                                    .didChangeWatchedFiles(new DidChangeWatchedFilesParams(all)));
    }

    private boolean ours(IFile file, IResourceDelta d) {
        boolean content =
                d.getKind() != IResourceDelta.CHANGED
                        || (d.getFlags() & (IResourceDelta.CONTENT | IResourceDelta.REPLACED)) != 0;
        return content && Languages.of(file).filter(c -> c == connection).isPresent();
    }

    private void add(List<FileEvent> all, IFile file, IResourceDelta d) {
        Uris.of(file)
                .or(() -> gone(file))
                .ifPresent(
                        uri -> {
                            all.add(new FileEvent(uri, type(d.getKind())));
                            if (d.getKind() == IResourceDelta.ADDED)
                                connection.diagnostics().appeared(file, uri);
                        });
    }

    /** The name that a file had whose whole project is deleted. */
    private Optional<String> gone(IFile file) {
        String project = file.getProject().getName();
        return told.values().stream()
                .filter(f -> f.getName().equals(project) || f.getName().equals(WORKSPACE))
                .map(f -> Path.of(URI.create(f.getUri())))
                .map(folder -> folder.endsWith(project) ? folder : folder.resolve(project))
                .map(folder -> folder.resolve(file.getProjectRelativePath().toString()))
                .map(path -> path.toUri().toString())
                .findFirst();
    }

    private static FileChangeType type(int kind) {
        return switch (kind) {
            case IResourceDelta.ADDED -> FileChangeType.Created;
            case IResourceDelta.REMOVED -> FileChangeType.Deleted;
            default -> FileChangeType.Changed;
        };
    }
}
